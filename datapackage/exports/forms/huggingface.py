"""Hugging Face: a folder that `datasets.load_dataset` reads, README.md (the dataset card) with the Parquet files.

https://huggingface.co/docs/hub/datasets-cards
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Any

from duizhao.datapackage.exports.clean_yaml import clean_yaml
from duizhao.datapackage.exports.dataset import Dataset, known_license
from duizhao.datapackage.exports.forms import parquet
from duizhao.datapackage.format import readme
from duizhao.printable import escaped, one_line

_FILE = "README.md"
# The Hub's own words for sizes.
_SIZES = ((1_000, "n<1K"), (10_000, "1K<n<10K"), (100_000, "10K<n<100K"), (1_000_000, "100K<n<1M"), (10**7, "1M<n<10M"))
_LICENSES = {"odc-by-1.0": "odc-by", "odbl-1.0": "odbl", "pddl-1.0": "pddl"}  # where it is not the SPDX identifier
_USE = """\
## How to use it

```python
from datasets import load_dataset

pairs = load_dataset("{folder}", "paragraphs", split="train")
```

`{folder}` is this folder, or its name on the Hub. Each table is a configuration of its own: {tables}.
Texts are exact; an empty value is a null.
"""


def export(dataset: Dataset, folder: str) -> list[str]:
    files = parquet.export(dataset, folder)
    with open(os.path.join(folder, _FILE), "w", encoding="utf-8", newline="\n") as file:
        file.write(card(dataset, files))
    return [_FILE, *files]


def card(dataset: Dataset, files: Sequence[str]) -> str:
    """The dataset card: a head that machines read, the Parquet files among it, and the text for people."""
    return f"---\n{clean_yaml(front_matter(dataset, files))}---\n\n{escaped(_text(dataset))}"


def front_matter(dataset: Dataset, files: Sequence[str]) -> dict[str, Any]:
    """The head of the card."""
    metadata = dataset.metadata
    # `load_dataset` refuses a split without rows.
    tables = [resource["name"] for resource in dataset.package.descriptor["resources"] if resource.get("rows", 1)]
    return {
        "pretty_name": metadata.title,
        "language": ["zh", "en"],
        "license": _license(dataset),
        "task_categories": ["translation"],
        "size_categories": [_size(dataset.package.resource("articles")["rows"])],
        "tags": list(metadata.keywords),
        "configs": [_config(name, parquet.files_of(name, files)) for name in tables],
    }


def _config(name: str, files: list[str]) -> dict[str, Any]:
    path = files[0] if len(files) == 1 else files
    # What `load_dataset` gives where no configuration is named; without one it would refuse.
    default = {"default": True} if name == "articles" else {}
    return {"config_name": name, "data_files": [{"split": "train", "path": path}], **default}


def _license(dataset: Dataset) -> str:
    """The Hub's identifier; `unknown` where no licence covers the whole data set."""
    if dataset.license is None:
        return "unknown"
    name = dataset.license.name.lower()
    return _LICENSES.get(name, name) if known_license(dataset.license.name) else "other"


def _size(rows: int) -> str:
    return next((name for limit, name in _SIZES if rows < limit), "n>10M")


def _text(dataset: Dataset) -> str:
    metadata, resources = dataset.metadata, dataset.package.descriptor["resources"]
    rows = [f"| `{r['name']}` | {r['rows']} | {r['description']} |" for r in resources]
    tables = ", ".join(f"`{resource['name']}`" for resource in resources)
    parts = [
        f"# {one_line(metadata.title)}" + (f", version {dataset.version}" if dataset.version else ""),
        metadata.description,
        "\n".join(["| configuration | rows | what |", "|---|--:|---|", *rows]),
        _USE.format(folder=metadata.name, tables=tables).strip(),
        readme.rights(metadata),
        readme.sources(metadata),
        "## Data dictionary",
        *(readme.dictionary(r["name"], r["description"], r["schema"]) for r in resources),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"
