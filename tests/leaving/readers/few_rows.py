"""Spark as small tables need it."""

import os
from typing import Any

SETTINGS = {
    "shuffle.partitions": "1",
    "adaptive.enabled": "false",
    "codegen.wholeStage": "false",
    "codegen.factoryMode": "NO_CODEGEN",
}
"""What spares a small table the work that pays for a large one."""
JAVA = "-XX:+UseSerialGC -XX:ReservedCodeCacheSize=512m -Xlog:disable -Xlog:all=error:stderr"


def begin() -> None:
    """Tell the Java that will be started."""
    os.environ["JDK_JAVA_OPTIONS"] = f"{os.environ.get('JDK_JAVA_OPTIONS', '')} {JAVA}"


def settle(session: Any) -> None:
    """Set up a session."""
    for name, value in SETTINGS.items():
        session.conf.set(f"spark.sql.{name}", value)
