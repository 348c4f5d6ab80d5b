"""A stand-in for the SAM CLI: `validate` is cfn-lint with its SAM transform, `build` lays .aws-sam/build out as SAM does.

`transform TEMPLATE` prints the resource types of what SAM's own translator makes of a built template, one a line.
Packages of functions are not installed; the handlers of the samples need none.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import yaml
from cfnlint.decode import cfn_yaml
from samtranslator.translator.transform import transform

os.environ.setdefault("AWS_DEFAULT_REGION", "us-east-1")


class Policies:
    def load(self):
        return {}


def plain(template):
    return json.loads(json.dumps(template))


def handler_of(folder, handler):
    stem = handler.rsplit(".", 1)[0]
    found = [suffix for suffix in (".py", ".js", ".mjs", ".cjs") if (folder / f"{stem}{suffix}").is_file()]
    if not found:
        sys.exit(f"Error: {folder} holds no file for the handler {handler}")


def build(path, out):
    template = plain(cfn_yaml.load(str(path)))
    shared = template.get("Globals", {}).get("Function", {})
    for name, resource in template["Resources"].items():
        properties = resource.setdefault("Properties", {})
        if resource["Type"] == "AWS::Serverless::Function":
            shutil.copytree(path.parent / properties.get("CodeUri", shared.get("CodeUri", ".")), out / name)
            handler_of(out / name, properties.get("Handler", shared.get("Handler")))
            properties["CodeUri"] = name
        if resource["Type"] == "AWS::Serverless::Application":
            build(path.parent / properties["Location"], out / name)
            properties["Location"] = f"{name}/template.yaml"
    out.mkdir(parents=True, exist_ok=True)
    (out / "template.yaml").write_text(yaml.safe_dump(template, sort_keys=False))


def types(path):
    template = plain(cfn_yaml.load(str(path)))
    for resource in template["Resources"].values():
        if resource["Type"] == "AWS::Serverless::Function":
            resource["Properties"]["CodeUri"] = "s3://bucket/key"
        if resource["Type"] == "AWS::Serverless::Application":
            yield from types(path.parent / resource["Properties"]["Location"])
            resource["Properties"]["Location"] = "https://bucket.s3.amazonaws.com/template.yaml"
    made = transform(template, {}, Policies())
    yield from (resource["Type"] for resource in made["Resources"].values())


def main(command, *arguments):
    named = [argument for argument in arguments if not argument.startswith("-")]
    path = Path(named[0] if named else "template.yaml")
    if command == "validate":
        sys.exit(subprocess.run([sys.executable, "-m", "cfnlint", "--", str(path)], check=False).returncode)
    if command == "build":
        shutil.rmtree(".aws-sam", ignore_errors=True)
        build(path, Path(".aws-sam/build"))
    elif command == "transform":
        print("\n".join(sorted(set(types(path)))))
    else:
        sys.exit(f"Error: the stand-in for SAM does not know {command}")


main(*sys.argv[1:])
