"""Gephi's own reader, from its toolkit, which Maven brings into the user's cache."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from platformdirs import user_cache_dir

_JAR = "gephi-toolkit-0.10.1-all.jar"
_COPY = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy"
_READ = """
import java.io.File;
import org.gephi.graph.api.*;
import org.gephi.io.importer.api.*;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.project.api.*;
import org.openide.util.Lookup;

public class Read {
  public static void main(String[] files) throws Exception {
    Lookup lookup = Lookup.getDefault();
    ProjectController projects = lookup.lookup(ProjectController.class);
    ImportController imports = lookup.lookup(ImportController.class);
    for (String file : files) {
      projects.newProject();
      Workspace workspace = projects.getCurrentWorkspace();
      Container container = imports.importFile(new File(file));
      imports.process(container, new DefaultProcessor(), workspace);
      GraphModel model = lookup.lookup(GraphController.class).getGraphModel(workspace);
      DirectedGraph graph = model.getDirectedGraph();
      String counts = graph.getNodeCount() + " " + graph.getEdgeCount();
      System.out.println("READ " + counts + " " + model.getTimeFormat());
    }
    System.exit(0);
  }
}
"""


def read(folder: Path, *files: Path) -> list[tuple[int, int, str]]:
    """Return how many nodes and edges Gephi finds in each file, and what it takes times for."""
    java = shutil.which("java")
    if not java or not shutil.which("mvn"):
        if os.environ.get("CI"):
            pytest.fail("Gephi's reader needs Java and Maven")
        pytest.skip("Gephi's reader needs Java and Maven")
    source = folder / "Read.java"
    source.write_text(_READ, "utf-8")
    command = [java, "-Djava.awt.headless=true", "-cp", str(_jar()), str(source), *map(str, files)]
    ran = subprocess.run(command, capture_output=True, text=True, timeout=300, check=True)
    return [(int(a), int(b), c) for a, b, c in re.findall(r"^READ (\d+) (\d+) (\w+)", ran.stdout, re.M)]


def _jar() -> Path:
    jar = Path(user_cache_dir("kg"), "tests", _JAR)
    if not jar.exists():
        command = ["mvn", "-q", "-B", "-C", _COPY, "-Dartifact=org.gephi:gephi-toolkit:0.10.1:jar:all"]
        command.append(f"-DoutputDirectory={jar.parent}")
        subprocess.run(command, capture_output=True, timeout=600, check=True)
    return jar
