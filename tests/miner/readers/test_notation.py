import pytest
from hypothesis import given
from hypothesis import strategies as st

from miner.readers.notation import read_notation


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("3860 mAh g⁻¹ of Li₄Ti₅O₁₂", "3860 mAh g<sup>−1</sup> of Li<sub>4</sub>Ti<sub>5</sub>O<sub>12</sub>"),
        ("g^{-1}, Ti_{3}C_{2}T_x, MoS_2", "g<sup>-1</sup>, Ti<sub>3</sub>C<sub>2</sub>T<sub>x</sub>, MoS<sub>2</sub>"),
        (r"$\text{Li}_4 \text{Ti}_5 \text{O}_{12}$", "Li<sub>4</sub>Ti<sub>5</sub>O<sub>12</sub>"),
        (r"$\sim 1.55 \text{ V vs. Li}^+/\text{Li}$", "~1.55 V vs. Li<sup>+</sup>/Li"),
        (r"$21 \text{ } \Omega \text{ cm}^2$", "21 Ω cm<sup>2</sup>"),
        (r"$3 \times 10^{-5}$ S cm<sup>-1</sup> at 25 $^\circ$C", "3×10<sup>-5</sup> S cm<sup>-1</sup> at 25 °C"),
        ("*Joule*, **3**, [text](http://a.b/(c))", "Joule, 3, text"),
        ("snake_case, 2 * 3 * 4 and $5 or so", "snake_case, 2 * 3 * 4 and $5 or so"),
    ],
)
def test_typed_scripts_become_plain_characters_with_scripts(typed, read):
    assert read_notation(typed).markup == read


@given(st.text(alphabet="ab1 .,()", max_size=60))
def test_plain_text_stays_as_it_is(typed):
    assert read_notation(typed).text == typed


@given(st.text(alphabet="$_^{}\\*<>sub/p[]()a1₂⁻ ", max_size=60))
def test_scripts_lie_within_the_text_in_order(typed):
    text = read_notation(typed)
    ends = [0]
    for script in text.scripts:
        assert ends[-1] <= script.start < script.end <= len(text.text)
        ends.append(script.end)
