"""Packs what Debian's Python packages installed, and what those depend on, as wheels: wheels.py FOLDER PACKAGE...

Debian's packages are all that a machine without PyPI has. As wheels, pip installs them into fresh virtual environments, so
that what is not installed there is really missing. Dependencies are Debian's: it edits those of the distributions.
"""

import base64
import hashlib
import importlib.metadata
import re
import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path("/usr/lib/python3/dist-packages")


def dpkg(*arguments):
    return subprocess.run(arguments, capture_output=True, text=True, check=False).stdout


def files_of(package):
    paths = [Path(line) for line in dpkg("dpkg", "-L", package).splitlines()]
    return [path for path in paths if ROOT in path.parents and path.is_file()]


def distribution_of(package):
    """The package's distribution, or None for a package without one."""
    folders = {ROOT / path.relative_to(ROOT).parts[0] for path in files_of(package)}
    infos = [folder for folder in sorted(folders) if folder.suffix in (".egg-info", ".dist-info")]
    return importlib.metadata.Distribution.at(infos[0]) if infos else None


def dependencies(package):
    listed = dpkg("dpkg-query", "--show", "--showformat=${Depends}", package)
    names = re.findall(r"python3-[\w.+-]+|\b(?:gunicorn|uvicorn)\b", listed)
    return [name for name in names if name != package and distribution_of(name)]


def closure(packages):
    found, queue = [], list(packages)
    while queue:
        package = queue.pop()
        if package not in found:
            found.append(package)
            queue += dependencies(package)
    return found


def contents_of(package, distribution, info):
    name, version = distribution.metadata["Name"], distribution.version
    requires = [f"Requires-Dist: {distribution_of(other).metadata['Name']}" for other in dependencies(package)]
    described = ["Metadata-Version: 2.1", f"Name: {name}", f"Version: {version}", *requires, ""]
    yield f"{info}/METADATA", "\n".join(described).encode()
    yield f"{info}/WHEEL", b"Wheel-Version: 1.0\nGenerator: wheels.py\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
    entries = distribution.read_text("entry_points.txt")
    if entries:
        yield f"{info}/entry_points.txt", entries.encode()
    for path in files_of(package):
        inside = path.relative_to(ROOT)
        if not re.search(r"\.(egg|dist)-info$", inside.parts[0]):
            yield str(inside), path.read_bytes()


def pack(package, folder):
    distribution = distribution_of(package)
    if distribution is None:
        sys.exit(f"{package} is not installed. Run: apt-get install {' '.join(sys.argv[2:])}")
    stem = f"{re.sub(r'[-_.]+', '_', distribution.metadata['Name'])}-{distribution.version}"
    info, record = f"{stem}.dist-info", []
    with zipfile.ZipFile(Path(folder) / f"{stem}-py3-none-any.whl", "w", zipfile.ZIP_DEFLATED) as wheel:
        for path, data in contents_of(package, distribution, info):
            digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
            record.append(f"{path},sha256={digest},{len(data)}")
            wheel.writestr(path, data)
        wheel.writestr(f"{info}/RECORD", "\n".join([*record, f"{info}/RECORD,,", ""]))
    print(distribution.metadata["Name"], distribution.version)


for wanted in closure(sys.argv[2:]):
    pack(wanted, sys.argv[1])
