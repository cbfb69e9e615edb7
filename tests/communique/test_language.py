"""A text is known by its script, or by its small words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilateral_tracker.communique.language import NAMES, language


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The two sides agreed that the committee shall meet in each of the capitals.", "en"),
        ("双方同意在北京和伊斯兰堡轮流举行会议。", "zh"),
        ("中国外交部 (MFA) 发言人表示，双方将 on Tuesday 举行会谈。", "zh"),
        ("دونوں ممالک نے اتفاق کیا کہ مشترکہ ورکنگ گروپ ہر تین ماہ بعد ملے گا۔", "ur"),
        ("اتفق الجانبان على عقد الاجتماع القادم في مسقط.", "ar"),
        ("Стороны договорились провести следующее заседание в Душанбе.", "ru"),
        ("Les deux parties ont décidé que la commission se réunira dans les deux pays pour une session.", "fr"),
        ("Die beiden Seiten sind mit der Tagung zufrieden und werden sich in den Hauptstädten treffen.", "de"),
        ("Las dos partes acordaron que el comité se reunirá en las capitales y por una vez en el año.", "es"),
        ("両国は毎年会合を開催することで合意した。", "ja"),
        ("양국은 매년 회의를 개최하기로 합의하였다.", "ko"),
        ("", ""),
        ("12 34 56", ""),
        ("Memorandum", ""),
    ],
)
def test_a_language_is_told(text, expected):
    assert expected == language(text)


@given(st.text())
def test_any_text_is_one_of_those_known_or_none(text):
    assert language(text) in {"", *NAMES}
