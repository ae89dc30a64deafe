"""What the English leaves out of a list is told apart from what it may do without."""

from __future__ import annotations

import pytest
from test_agree import q

from duizhao.schema.parse import parse
from duizhao.source import Source
from duizhao.validator.case import Case
from duizhao.validator.configuration.settings import Settings
from duizhao.validator.examples import article_bytes
from duizhao.validator.pairing.choice.left_out import LEFT_OUT, _anything
from duizhao.validator.quantities.model import Cluster, Cover


@pytest.mark.parametrize(
    ("zh", "en", "left_out"),
    [
        ("野炮三门、山炮四门、迫击炮四十二门", "three field guns and forty-two mortars", True),
        (
            "野炮三门、山炮四门、迫击炮四十二门",
            "three field guns and, in a second day of heavy fighting around that town, forty-two mortars",
            True,  # as the last before the comma
        ),
        (
            "野炮三门、步枪四支、迫击炮四十二门",
            "three field guns and, in a second day of heavy fighting around that town, forty-two mortars",
            False,
        ),
        ("第一次、第二次、第三次", "the first and third", True),
        ("第一团、第二次、第三团", "the 1st Regiment and the 3rd Regiment", False),
        ("野炮三门和山炮四门", "three field guns", True),
        ("野炮三门和山炮四挺", "three field guns", False),
        ("野炮三门，山炮四门", "three field guns", False),
        ("野炮三门，山炮四门，迫击炮五门", "three field guns and four mountain guns", True),
        ("野炮三门，山炮四门还有迫击炮五门", "three field guns and four mountain guns", False),
        ("野炮三门后来山炮四门，迫击炮五门", "three field guns and four mountain guns", False),
        ("步兵三县和骑兵四县", "foot of three counties and horse", False),
        ("野炮三门。山炮四门、迫击炮四十二门", "three field guns and forty-two mortars", False),
        ("野炮三门、山炮四门", "three field guns", True),
        ("野炮三门和很多别的武器还有弹药、山炮四门、迫击炮四十二门", "three field guns and forty-two mortars", False),
    ],
)
def test_what_is_left_out_of_a_list(zh: str, en: str, left_out: bool) -> None:
    case = Case(
        parse(Source.decode("a.md", article_bytes({"zh": f"共缴获{zh}。", "en": f"Captured were {en}."}))), Settings()
    )
    link = next(one for one in case.links.body if one.en is None and one.zh)
    assert (link.detail == LEFT_OUT) == left_out


@pytest.mark.parametrize(
    ("start", "end", "stands"),
    [(10, 12, True), (5, 11, True), (5, 10, False), (11, 20, False), (11, 21, True), (21, 30, False), (0, 5, False)],
)
def test_whether_anything_stands_between_two_places(start: int, end: int, stands: bool) -> None:
    there = [Cluster(at, at + 3, (Cover(0.0, (q(5),)),)) for at in (10, 20)]
    assert _anything(there, start, end) is stands
