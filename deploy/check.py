"""Holds the manifests against what a schema cannot say: no secret in them, and no pod with a right that Kyr does not need.

    check.py FOLDER OUT

Writes the configurations inside of them to OUT/<name of the ConfigMap>/kyr.yaml, to be checked by Kyr itself.
"""

import sys
from pathlib import Path

import yaml


def pods(document):
    """The pod of a manifest, if it makes one."""
    spec = document.get("spec", {})
    if document["kind"] == "Pod":
        return [spec]
    return [spec["template"]["spec"]] if "template" in spec else []


def faults_of_pod(pod):
    """What the cluster's rule `restricted` wants, and three things more."""
    whole = pod.get("securityContext", {})
    if whole.get("runAsNonRoot") is not True or not whole.get("runAsUser"):
        yield "may run as root"
    if whole.get("seccompProfile", {}).get("type") != "RuntimeDefault":
        yield "has no seccomp profile"
    if pod.get("automountServiceAccountToken") is not False:
        yield "gets a token for the cluster"
    for name in ("hostNetwork", "hostPID", "hostIPC"):
        if pod.get(name):
            yield f"has {name}"
    for volume in pod.get("volumes", []):
        if "hostPath" in volume:
            yield f"sees the node's disk: {volume['name']}"
    for container in pod["containers"] + pod.get("initContainers", []):
        own = container.get("securityContext", {})
        if own.get("allowPrivilegeEscalation") is not False:
            yield "may get more rights"
        if own.get("readOnlyRootFilesystem") is not True:
            yield "may write to its image"
        if own.get("capabilities", {}) != {"drop": ["ALL"]}:
            yield "keeps capabilities"
        if "memory" not in container.get("resources", {}).get("limits", {}):
            yield "may use all memory"
        if ":" not in container["image"].rsplit("/", 1)[-1] or container["image"].endswith(":latest"):
            yield f"has an image without a version: {container['image']}"
        for variable in container.get("env", []):
            if "value" in variable:
                yield f"has {variable['name']} written out"


def faults_of(document):
    """What is wrong with one manifest."""
    if document["kind"] == "Secret":
        yield "is a secret, which does not belong into files"
    if document["kind"] != "Namespace" and document["metadata"].get("namespace") != "kyr":
        yield "is not in the namespace kyr"
    if document["kind"] == "StatefulSet" and document["spec"].get("replicas") != 1:
        yield "would run Kyr twice on the same keys"
    for pod in pods(document):
        yield from faults_of_pod(pod)


def main(folder, out):
    """Prints all faults; the exit code tells whether there are some."""
    found = 0
    for path in sorted(Path(folder).glob("*.yaml")):
        for document in yaml.safe_load_all(path.read_text()):
            name = f"{document['kind']} {document['metadata']['name']}"
            for fault in faults_of(document):
                found += 1
                print(f"{path}: {name} {fault}", file=sys.stderr)
            if document["kind"] == "ConfigMap":
                configuration = Path(out) / document["metadata"]["name"] / "kyr.yaml"
                configuration.parent.mkdir()
                configuration.write_text(document["data"]["kyr.yaml"])
    return 1 if found else 0


sys.exit(main(*sys.argv[1:]))
