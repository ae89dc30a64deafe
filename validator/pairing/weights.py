"""Every price and bound of the pairing, each with the case that holds it."""

from __future__ import annotations

from fractions import Fraction

PROBLEM = (0.1, 0.12, 0.15)
"""What it costs that something is wrong with a pair of equal values, by certainty: cheaper than dropping the word that
makes it wrong (an approximator costs 0.3), so that 六万多吨 still pairs with "60,000 tons" and is spoken of."""
OTHER_UNIT = 0.2
"""On top, that the unit is another: cheaper than dropping the unit (0.7)."""
CONVERTED = 0.2
"""That a measure was converted: dearer than the same figure in the same unit, which may stand right before it."""
BADLY_CONVERTED = 0.4
"""That a measure was converted badly: dearer than the same figure in the other unit."""
HARDLY_CONVERTED = 0.3
"""That a measure was converted where the text keeps the figures of that unit: 三百斤 as "300 pounds" all along."""
OTHER_THING = 0.3
"""That two small figures count things that exclude each other: 步兵两团，炮兵两连 has two twos."""
OTHER_KIND = 0.3
"""A count against an ordinal, a percentage against a number."""
UNIT_ONE_SIDE = 0.05
"""That only one side has a unit: enough that of two equal figures the one with the unit is taken, and no more."""
REMAINDER = 0.5
"""Each expression of a cover that has no partner anywhere."""
WEAK_REMAINDER = 0.3
"""The same of a word that the other language may do without."""
REACH_RELATIVE = 60.0
"""Characters within which 去年 and "this year" stand in each other's place."""
SURE_COST = 0.35
"""Cost below which a pair may be a fixed point, by which others are told their place."""
RIVAL_COST = 0.9
"""Cost below which a pair keeps another from being one: dearer than any that is joined, for what will not be chosen may
still be meant."""
FAR = 900.0
"""Characters of displacement that cost as much as a whole pair, for values that tell themselves."""
FAR_SMALL = 350.0
"""The same for small whole numbers, which are everywhere."""
DEAREST_READING = 0.62
"""A pair whose readings cost more has been talked into agreeing: 上月三十一日 and "the 31st of this month"."""
DEAREST = 1.5
"""The same with its distance: values that agree, and stand in quite different parts of their texts."""
REACH = 160.0
"""Characters within which values that differ can stand in each other's place."""
REACH_HIDDEN = 80.0
"""The same, where one of them is rather a name: 二年计划 and "the six-year plan"."""
DIFFERENT = 1.0
"""Cost from which two values that differ are better left alone."""
OTHER_SORT = 0.6
"""That a count became a share or an ordinal: with it only a slip of the pen is still believed, no other difference."""
LABEL = 0.3
"""The same for a figure that may be a label: Districts 1, 3 and 8, of 一、三、五区."""
SLIP = 0.05
"""That two values differ by what one slip of the pen may do: nearly as good as the same value."""
NO_SLIP = 0.45
"""That they differ in any other way: still cheaper than `DIFFERENT` with an idle word, not with another sort."""
IDLE = 0.3
"""On top, that one of them is a word the other language may do without: 两国 and "three countries"."""
BESIDE = 14
"""Characters within which a value said twice may be said once: 十八岁和十八岁以上."""
MONEY_NAMED = 160
"""Characters before a sum in which the currency may be named that its 元 are."""
RATE_BESIDE = 60
"""Characters within which an amount and its "per" are one: what it is reckoned by is said once."""
SMALL = 10
"""Whole numbers below it repeat so often that place must decide."""
DOZEN = 12
""""a dozen" stands for 十几 as well."""
MOST_IN_BUCKET = 24
"""Items of one key that an expression is compared with: of more, those that stand nearest."""
YEARS_FROM = 1000
"""A figure by itself that is a year rather than a count, where it has no counterpart: the Beijing 2022 Olympics."""
INCHES_FROM = 1980
"""Year of issue since which 寸 of screens and tyres is short for 英寸."""
NEW_UNITS = 1959
"""Year of issue since which the jin has ten liang."""
SINCE_1959 = {"liang": Fraction(8, 5), "qian": Fraction(8, 5)}
"""How much more a liang has been since the jin has ten of them, not sixteen: 一两 as "50 grams"."""
STEP = 0.06
"""Width of the steps in which sizes of measures are compared, as a logarithm: translators round conversions."""
TOLD = 3
"""Amounts with a unit from this on are missed where the English leaves them out: 四个钟头, 九吨."""
