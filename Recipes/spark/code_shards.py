"""Codes archives on a Spark cluster: an archive a task, one file each; see README.md beside this file.

    spark-submit --archives demarche.tar.gz#demarche code_shards.py ARCHIVES CODED [PARQUET]
"""

import os
import subprocess
import sys
import time


def code(path, coded):
    """Codes one archive with the program that was shipped with the job; raising makes Spark try again elsewhere."""
    from pyspark import SparkFiles

    program = os.path.join(SparkFiles.getRootDirectory(), "demarche", "demarche")
    name = os.path.basename(path).split(".warc")[0] + ".jsonl.gz"
    start = time.time()
    done = subprocess.run(
        [program, "code", "--warc", path, "--out", os.path.join(coded, name), "--reports", "--cores", "1"], stderr=subprocess.PIPE)
    account = done.stderr.decode(errors="replace").strip()
    # 3: the archive is damaged, what could be read is written, and again would be no better.
    if done.returncode not in (0, 3):
        raise RuntimeError(f"{path}: status {done.returncode}: {account}")
    return path, done.returncode, round(time.time() - start, 1), account


def main(archives, coded, parquet=None):
    from pyspark.sql import SparkSession

    spark = SparkSession.builder.appName("demarche").getOrCreate()
    os.makedirs(coded, exist_ok=True)
    paths = [os.path.join(archives, name) for name in os.listdir(archives) if ".warc" in name]
    # The largest first, so that none is left for the end; a slice a path, so that a task is an archive.
    paths.sort(key=os.path.getsize, reverse=True)
    tasks = spark.sparkContext.parallelize(paths, len(paths))
    for path, status, seconds, account in tasks.map(lambda path: code(path, coded)).collect():
        print(f"{seconds:8.1f} s  {'damaged' if status else 'whole'}  {account}")
    if parquet:
        lines = spark.read.json(os.path.join(coded, "*.jsonl.gz"))
        lines.where("event IS NOT NULL").select(
            "event", "report", "sentence", "actor", "recipient", "type", "act", "quad", "scale", "contexts", "date", "place",
            "figures", "status", "attribution", "confidence").write.mode("overwrite").parquet(parquet)
    spark.stop()


if __name__ == "__main__":
    main(*sys.argv[1:])
