"""Words and sentences of a newspaper of the fifties, written for this generator; no sentence is from a real paper.

A sentence is a pair with the same slots on both sides.  A slot is `{kind}` or `{kind:argument}`, numbered where a
sentence has two of a kind: `{measure1:ton}`.  `articles.py` says what the kinds are.
"""

from __future__ import annotations

SYLLABLES = (
    *(("清", "qing"), ("河", "he"), ("安", "an"), ("平", "ping"), ("泽", "ze"), ("林", "lin"), ("阳", "yang")),
    *(("丰", "feng"), ("湖", "hu"), ("山", "shan"), ("石", "shi"), ("溪", "xi"), ("宁", "ning"), ("昌", "chang")),
    *(("柳", "liu"), ("松", "song"), ("桥", "qiao"), ("塘", "tang"), ("仁", "ren"), ("兴", "xing"), ("荣", "rong")),
)
SURNAMES = (("柏", "Bai"), ("陈", "Chen"), ("李", "Li"), ("周", "Zhou"), ("孙", "Sun"), ("胡", "Hu"), ("梁", "Liang"))
GIVEN = (("青", "qing"), ("明", "ming"), ("德", "de"), ("玉", "yu"), ("文", "wen"), ("华", "hua"), ("春", "chun"))

CROPS = (("小麦", "wheat"), ("水稻", "rice"), ("棉花", "cotton"), ("谷子", "millet"), ("高粱", "sorghum"))
GOODS = (
    ("原煤", "raw coal"),
    ("生铁", "pig iron"),
    ("钢材", "rolled steel"),
    ("水泥", "cement"),
    ("化肥", "fertilizer"),
)
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)

HEADLINES = (
    ("{place}{crop}丰收", "{Crop} Harvest Good in {place}"),
    ("{place}兴修水利  受益田地{measure:mu}", "{place} Builds Irrigation Works, Benefiting {measure:mu} of Fields"),
    ("{place}超额完成{goods}生产计划", "{place} Exceeds Its Production Plan for {Goods}"),
    ("{place}农民积极参加冬季学习", "Peasants of {place} Take an Active Part in Winter Study"),
    ("{place}动员{people}上山造林", "{place} Mobilizes {people} to Plant Trees in the Mountains"),
    ("{place}修建新公路", "{place} Builds New Roads"),
)

DATELINES = (
    ("新华社{place}{day}日电　", "Xinhua News Agency, {place}, {dayth}. "),
    ("本报讯　", "Our newspaper reports: "),
    ("据新华社讯　", "According to Xinhua News Agency, "),
)

SENTENCES = (
    (
        "{place}今年收获{crop}{measure:jin}，比去年增产{percent}。",
        "{place} harvested {measure:jin} of {crop} this year, {percent} more than last year.",
    ),
    (
        "到{date}为止，全县已有{folk}参加运动，修好水渠{count:渠}。",
        "By {date}, {folk} in the whole county had joined the campaign and {count:渠} had been repaired.",
    ),
    (
        "这个厂{date}生产{goods}{measure:ton}，超过计划{percent}。",
        "On {date} this plant produced {measure:ton} of {goods}, exceeding the plan by {percent}.",
    ),
    (
        "全区{measure:mu}{crop}长势良好，其中{fraction}是新品种。",
        "The {crop} on the district's {measure:mu} is growing well; {fraction} of it is of new varieties.",
    ),
    (
        "中共{place}县委派出{people}，分成{count:组}，到各乡帮助工作。",
        (
            "The {place} County Committee of the Communist Party of China sent out {people}, divided into {count:组}, "
            "to help with the work in the townships."
        ),
    ),
    (
        "铁路部门增开{count:车}，运出{goods}{measure:ton}。",
        "The railways added {count:车} and moved {measure:ton} of {goods}.",
    ),
    (
        "群众自己筹集资金{measure:yuan}，只用{duration}就建成{count:厂}。",
        "The masses raised {measure:yuan} themselves and completed {count:厂} in only {duration}.",
    ),
    (
        "{year}全县只有小学{count:校}，现在学生已达{people}。",
        "In {year} the whole county had only {count:校}; now the number of pupils has reached {people}.",
    ),
    (
        "平均每亩施肥{measure:jin}，亩产可达{measure2:jin}。",
        "On average {measure:jin} of manure were applied to each mu, and the yield per mu can reach {measure2:jin}.",
    ),
    (
        "工人们提出合理化建议{count:议}，被采纳的占{percent}。",
        "The workers made {count:议}, of which {percent} were adopted.",
    ),
    (
        "从{date}到{date2}，水库大坝加高了{measure:metre}。",
        "From {date} to {date2}, the dam of the reservoir was raised by {measure:metre}.",
    ),
    (
        "全县原有水井{count:井}，今春又打了{count2:井}。",
        "The county originally had {count:井}; this spring another {count2:井} were dug.",
    ),
    (
        "公路全长{measure:km}，路上有桥梁{count:桥}。",
        "The road is {measure:km} long in all and has {count:桥}.",
    ),
    (
        "参加评比的有{folk}，评出模范{people2}。",
        "{Folk} took part in the comparison, and {people2} were chosen as models.",
    ),
    (
        "据统计，{count:社}的收入增加了{percent}，社员平均收入{measure:yuan}。",
        (
            "According to statistics, the income of {count:社} rose by {percent}, and the average income of members "
            "was {measure:yuan}."
        ),
    ),
    (
        "他们克服了种种困难，工程进展很快。",
        "They overcame all kinds of difficulties, and the project advanced quickly.",
    ),
    (
        "干部和群众同吃同住同劳动，大家的劲头越来越大。",
        "Cadres ate, lived and worked with the masses, and everyone's drive grew ever greater.",
    ),
    (
        "会议讨论了今后的工作，号召大家继续努力。",
        "The meeting discussed the work ahead and called on all to keep up their efforts.",
    ),
    (
        "许多老农介绍了自己的经验，青年们听了很受鼓舞。",
        "Many old peasants told of their experience, which greatly encouraged the young people.",
    ),
    (
        "各地供销合作社及时供应了农具和种子，保证了春耕的需要。",
        (
            "Supply and marketing cooperatives everywhere delivered farm tools and seeds in time, so that the needs of "
            "spring ploughing were met."
        ),
    ),
    (
        "由于加强了田间管理，虫害没有蔓延，庄稼普遍比往年长得好。",
        (
            "Because field management was strengthened, insect pests did not spread, and the crops are generally "
            "better than in former years."
        ),
    ),
    (
        "街道上贴满了标语，人们敲锣打鼓，庆祝胜利。",
        "The streets were covered with slogans, and people beat gongs and drums to celebrate the victory.",
    ),
    (
        "为了支援灾区，机关职工捐献棉衣{count:衣}、粮食{measure:jin}。",
        "To help the disaster area, office workers donated {count:衣} and {measure:jin} of grain.",
    ),
    (
        "这条水渠长{measure:km}，流量每秒{measure:cubic}。",
        "This canal is {measure:km} long and carries {measure:cubic} per second.",
    ),
    (
        "老工人{name}想出了新办法，每天能多做{count:件}，效率提高{percent}。",
        (
            "The old worker {name} thought of a new method and can make {count:件} more each day, which raises "
            "efficiency by {percent}."
        ),
    ),
    (
        "夜校开办了{duration}，已有{folk}学会了看报。",
        "The night school has been running for {duration}, and {folk} have already learned to read newspapers.",
    ),
    (
        "银行发放农业贷款{measure:yuan}，受益农户占{percent}。",
        "The bank granted {measure:yuan} in agricultural loans; {percent} of the peasant households benefited.",
    ),
    (
        "这里{year}建立第{ordinal}个气象站，从此再没有误过农时。",
        "The {ordinal} weather station was set up here in {year}, and since then no farming season has been missed.",
    ),
    (
        "山上栽了{crop}以外，还栽果树{count:树}，成活率达{percent}。",
        "Besides {crop}, {count:树} were planted on the hills, and {percent} of them survived.",
    ),
    (
        "全乡{count:户}中，有{fraction}已经搬进新房。",
        "Of the township's {count:户}, {fraction} have already moved into new houses.",
    ),
    (
        "{name}代表县委讲话，他说：“有了水，就有粮食。”",
        "{name} spoke on behalf of the county committee. He said: “Where there is water, there is grain.”",
    ),
    (
        "过去这里是一片荒滩，现在到处是绿油油的庄稼。",
        "This used to be a barren beach; now there are lush green crops everywhere.",
    ),
    (
        "医疗队走遍了山村，给群众治病，深受欢迎。",
        "Medical teams went to every mountain village to treat the masses, and were warmly welcomed.",
    ),
    (
        "先进单位的代表交换了经验，并且提出了竞赛的条件。",
        "Representatives of advanced units exchanged experience and put forward the terms of an emulation drive.",
    ),
)

NOUNS = {
    "渠": ("条", "canals", "canal"),
    "组": ("个工作组", "work teams", "work team"),
    "车": ("列货车", "freight trains", "freight train"),
    "厂": ("座工厂", "factories", "factory"),
    "校": ("所", "primary schools", "primary school"),
    "议": ("条", "suggestions", "suggestion"),
    "井": ("眼", "wells", "well"),
    "桥": ("座", "bridges", "bridge"),
    "衣": ("件", "padded garments", "padded garment"),
    "件": ("件", "parts", "part"),
    "树": ("棵", "fruit trees", "fruit tree"),
    "户": ("户", "households", "household"),
    "社": ("个合作社", "cooperatives", "cooperative"),
}
"""Counted things: the classifier (and noun where the sentence has none), plural and singular."""

MEASURES = {
    "ton": ("吨", "tons", "ton", 20, 90_000),
    "jin": ("斤", "jin", "jin", 50, 9_000_000),
    "mu": ("亩", "mu", "mu", 300, 2_000_000),
    "yuan": ("元", "yuan", "yuan", 40, 30_000_000),
    "metre": ("米", "meters", "meter", 2, 60),
    "cubic": ("立方米", "cubic meters", "cubic meter", 2, 90),
    "km": ("公里", "kilometers", "kilometer", 3, 400),
}
"""Units: Chinese, plural, singular, and between what their values lie."""

PEOPLE = (("人", "people"), ("名群众", "people"))
FOLK = (("名工人", "workers"), ("名农民", "peasants"), ("名社员", "members"), ("名青年", "young people"))
