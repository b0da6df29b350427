"""Reads a bundle with stix2-validator, stix2 and, for the extension, jsonschema; prints what they found."""

import json
import logging
import sys
from pathlib import Path

import stix2
from jsonschema import Draft202012Validator
from stix2validator import ValidationOptions, validate_instance

logging.disable(logging.CRITICAL)
text = Path(sys.argv[1]).read_text("utf-8")
bundle = json.loads(text)
# 103: ids are UUIDs of version 5 on purpose, so that they are the same each time
options = ValidationOptions(version="2.1", disabled="uuid-check")
result = validate_instance(bundle, options)
parsed = stix2.parse(text, allow_custom="--custom" in sys.argv)
schemas = {
    each["id"]: Draft202012Validator(json.loads(each["schema"]))
    for each in bundle["objects"]
    if each["type"] == "extension-definition"
}
wrong = []
for each in parsed["objects"]:
    for name, extension in (each.get("extensions") or {}).items():
        if name in schemas:
            held = json.loads(json.dumps(extension, default=str))
            wrong += [f"{each['id']}: {error.message[:200]}" for error in schemas[name].iter_errors(held)]
sys.stdout.write(
    json.dumps(
        {
            "valid": result.is_valid,
            "errors": [str(error)[:300] for error in result.errors],
            "warnings": sorted({str(warning).split(": ", 1)[-1][:200] for warning in result.warnings}),
            "objects": {each["id"]: each["type"] for each in parsed["objects"]},
            "against the schema": wrong,
        }
    )
)
