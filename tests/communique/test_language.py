"""A text in another language is told from English by its script and its small words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilateral_tracker.communique.language import language


@pytest.mark.parametrize(
    ("told", "text"),
    [
        ("en", "The two sides agreed to meet once a year in each of the two capitals."),
        ("fr", "Les deux parties sont convenues de tenir des consultations dans les capitales."),
        ("es", "Las partes acordaron que la comisión se reunirá una vez por año en las dos capitales."),
        ("de", "Die beiden Seiten vereinbarten, dass der Ausschuss und die Minister im Mai tagen."),
        ("pt", "As partes decidiram que a comissão não se reunirá em maio, mas em junho, ao nível dos ministros."),
        ("ru", "Стороны договорились проводить встречи один раз в год."),
        ("zh", "双方同意每三个月举行一次联合工作组会议。"),
        ("ja", "両国は年に一度会合を開くことで合意した。"),
        ("ur", "دونوں ممالک نے ہر تین ماہ بعد اجلاس منعقد کرنے پر اتفاق کیا۔"),
        ("", "1234 5678 !?"),
        ("", ""),
        ("", "Xzqv brtk plmn"),
    ],
)
def test_the_language_is_told_by_script_and_small_words(told, text):
    assert told == language(text)


def test_names_in_another_script_do_not_change_the_language():
    assert "en" == language("The two sides agreed to sign the text of the treaty (条约) in the city of Beijing (北京).")


@given(st.text())
def test_no_text_is_too_strange(text):
    assert language(text) == language(text)
