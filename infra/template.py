"""Reads and writes CloudFormation templates, whose YAML has tags of its own."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import yaml


class _Loader(yaml.SafeLoader):
    """Turns `!Sub x` into {"Fn::Sub": "x"}, and leaves dates the text that they are."""


def _intrinsic(loader: yaml.SafeLoader, tag: str, node: yaml.Node) -> dict[str, Any]:
    name = tag if tag in ("Ref", "Condition") else f"Fn::{tag}"
    if isinstance(node, yaml.ScalarNode):
        value: Any = loader.construct_scalar(node)
        return {name: value.split(".", 1)} if tag == "GetAtt" else {name: value}
    if isinstance(node, yaml.SequenceNode):
        return {name: loader.construct_sequence(node, deep=True)}
    assert isinstance(node, yaml.MappingNode)
    return {name: loader.construct_mapping(node, deep=True)}


_Loader.add_multi_constructor("!", _intrinsic)
_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith(":timestamp")]
    for first, resolvers in _Loader.yaml_implicit_resolvers.items()
}


def read_template(path: Path) -> dict[str, Any]:
    """Read YAML or JSON, short intrinsics included."""
    loaded: dict[str, Any] = yaml.load(path.read_text(), _Loader)  # noqa: S506  (a SafeLoader with CloudFormation's tags)
    return loaded


def join(paths: Iterable[Path]) -> dict[str, Any]:
    """Join templates section by section; raises ValueError where two name the same thing."""
    whole: dict[str, Any] = {}
    for path in paths:
        for section, things in read_template(path).items():
            twice = set(whole.get(section, {})) & set(things)
            if twice:
                raise ValueError(f"{path.name}: {section} {sorted(twice)} stands elsewhere already")
            whole.setdefault(section, {}).update(things)
    return whole


def write_template(path: Path, template: dict[str, Any]) -> None:
    """Write as JSON, keys in their order."""
    path.write_text(json.dumps(template, indent=1) + "\n")
