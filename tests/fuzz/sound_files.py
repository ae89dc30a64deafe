"""What is damaged: a sound file of every kind that commands read as text."""

from __future__ import annotations

ARTICLE = """\
Title: A Good Harvest, {n} Counties
Author: Bai Qing
Date: 1958-10-1{n}
Page: 2

On October 10th the county harvested 15,000 tons of grain, {n}0 percent more than in 1957.

The output of 3,500 mu rose fourfold to 1.2 million jin.

**Named Entities**

柏青 Bai Qing


<hr />

Original:


### 丰收  {n}县
柏青
1958-10-1{n}
第2版()
专栏：通讯

    10月10日全县收粮食一万五千吨，比一九五七年多百分之{n}十。
    三千五百亩地的产量提高三倍，达到一百二十万斤。
"""
CONFIG = """\
select: [N, H101]
ignore: {N103: the archive leaves these out}
severities: {N: warning, N102: info}
exclude: ["drafts/"]
glossary: [glossary.yaml]
waivers: waivers.yaml
thresholds: {omission-ratio: 0.5}
publications:
- {name: rmrb, first: 1946-05-15, calendars: [roc], paths: ["rmrb/**"]}
overrides:
- paths: ["rmrb/1946/", "[a-c]*.md", "[!+--]?"]
  ignore: [H]
dataset: {title: Ein Titel, creators: [{name: "Doe, Jane"}]}
"""
ISSUE = """\
<html><body>
<div class="pane"><h1>1936.05.04</h1>
<h2>Page 1</h2>
<p>▲本城新聞</p>
<h3>湖水大漲</h3>
<p>（湖城）連日大雨、湖水漲五尺、淹田一千二百畝、（三日專電）</p>
<p>又訊、縣府撥洋三百元&amp;賑濟災民、</p>
<h3>新校開學</h3>
<p>湖城新校今日開學、到學生<b>四百五十</b>人、</p>
</div>
<div class="pane"><h1>1936.05.04</h1>
<h2>Page 1</h2>
<h3>Lake Rises</h3>
<p>(Lake City) After days of rain the lake has risen 5 chi, flooding 1,200 mu. (3rd, special dispatch)</p>
<p>The county has given 300 silver dollars to the victims of the flood.</p>
<h3>New School Opens</h3>
<p>The new school of Lake City opened today with 450 pupils.</p>
</div>
</body></html>
"""
ENGLISH_ALONE = """\
### Lake Rises

(Lake City) After days of rain the lake has risen 5 chi, flooding 2,100 mu. (3rd, special dispatch)

The county has given 300 dollars to the victims of the flood.

### New School Opens

The new school of Lake City opened today with 450 pupils.
"""
NEWSPAPER = "publications:\n- {name: lake, profile: shenbao, section-marks: [▲NAME]}\n"
PYPROJECT = '[tool.duizhao]\nselect = ["N", "H101"]\njobs = 1\n[tool.duizhao.thresholds]\nomission-ratio = 0.5\n'
GLOSSARY = '- chinese: 全县\n  accepted: [county, the county]\n  rejected: [district]\n  first: "1945"\n  source: "a"\n'
WAIVERS = (
    '- {"rule": "N102", "fingerprint": "0123456789abcdef0123", "reason": "so", "by": "x", "date": "1999-01-01"}\n'
    "- rule: H101\n  path: '*.md'\n  text: words\n  reason: so\n  by: x\n  date: 1999-01-01\n  expires: 2000-01-01\n"
)
GOLD = '{"file": "a.md", "kind": "number-value", "zh": "一万五千吨", "en": "15,000 tons", "line": 0}\n'


SHEET = 'rule,severity,confidence,verdict\nN102,error,0.7,right\nN101,error,0.9,"wrong"\nH101,info,,\n'
BASELINE = (
    '- {"rule": "N102", "fingerprint": "0123456789abcdef0123", "path": "a.md", "text": "1,500 tons", '
    '"reason": "so", "by": "baseline", "date": "2026-01-01"}\n'
) * 2
DESCRIBED = """\
publications:
- name: lake
  profile: shenbao
  first: 1872-04-30
  section-marks: [▲NAME]
  script: traditional
  paths: ["*"]
  datelines: [〔湖報PLACEDATE電〕, （DATE專電）, "[Lake Post, PLACE, DATE]", (DATE Dispatch)]
  terms: [{chinese: 京, accepted: [Nanjing], rejected: [Beijing], first: 1927, last: 1949, source: a}]
  units: [{chinese: 元, accepted: [yuan, dollars], rejected: [renminbi], source: a}]
"""


def article(number: int = 2) -> str:
    return ARTICLE.replace("{n}", str(number))
