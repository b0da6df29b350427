"""Read the tables of a folder with Apache Spark and print rows and types of each."""

import json
import sys
from pathlib import Path

from pyspark.sql import SparkSession


def main(folder: str) -> None:
    """Print one object: for each table its rows, and its columns with their types."""
    local = {"spark.driver.bindAddress": "127.0.0.1", "spark.driver.host": "127.0.0.1"}
    quiet = {"spark.ui.enabled": "false", "spark.ui.showConsoleProgress": "false"}
    builder = SparkSession.builder.master("local[2]").config(map={**local, **quiet})
    spark = builder.getOrCreate()
    spark.sparkContext.setLogLevel("ERROR")
    told = {}
    for file in sorted(Path(folder).glob("*.parquet")):
        frame = spark.read.parquet(str(file))
        told[file.stem] = [frame.count(), dict(frame.dtypes)]
    spark.stop()
    sys.stdout.write(json.dumps(told))


main(sys.argv[1])
