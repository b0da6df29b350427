"""Reads bundles with stix2-validator and stix2, and extensions with jsonschema; says what they found."""

import json
import logging
import sys
from pathlib import Path
from typing import Any

import stix2
from jsonschema import Draft202012Validator
from stix2validator import ValidationOptions, validate_instance

logging.disable(logging.CRITICAL)
# ids are UUIDs of version 5 on purpose, so that they are the same each time
OPTIONS = ValidationOptions(version="2.1", disabled="uuid-check")


def read(file: str) -> dict[str, Any]:
    """Return what is wrong with a bundle, what it is warned of by code, and its objects by id."""
    text = Path(file).read_text("utf-8")
    bundle = json.loads(text)
    result = validate_instance(bundle, OPTIONS)
    wrong = [str(error)[:300] for error in result.errors] if not result.is_valid else []
    schemas = {
        each["id"]: Draft202012Validator(json.loads(each["schema"]))
        for each in bundle["objects"]
        if each["type"] == "extension-definition"
    }
    for each in bundle["objects"]:
        for name, extension in each.get("extensions", {}).items():
            if name in schemas:
                wrong += [
                    f"{each['id']}: {error.message[:200]}" for error in schemas[name].iter_errors(extension)
                ]
    try:
        # events and aliases are OpenCTI's own, not of the standard
        parsed = stix2.parse(text, allow_custom='"x_opencti_' in text or '"type": "event"' in text)
        objects = {each["id"]: each["type"] for each in parsed["objects"]}
    except stix2.exceptions.STIXError as error:
        objects, wrong = {}, [*wrong, str(error)[:300]]
    warned = sorted({str(warning).split("{")[-1][:3] for warning in result.warnings})
    return {"wrong": wrong, "warned": warned, "objects": objects}


sys.stdout.write(json.dumps([read(file) for file in sys.argv[1:]]))
