"""What a user can set, in the environment or in an `anodegraph.toml` of the working folder."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tomllib import TOMLDecodeError

from platformdirs import user_data_path
from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict, TomlConfigSettingsSource

from miner.errors import UserError

NAMES = (
    *("ANODEGRAPH_HOME", "GRAPH_URI", "GRAPH_USER", "GRAPH_PASSWORD"),
    *("ANODEGRAPH_MAILTO", "OPENALEX_KEY", "CROSSREF_URL", "OPENALEX_URL", "UNPAYWALL_URL", "EUROPEPMC_URL"),
)


class Settings(BaseSettings):
    """`home` holds the claim library and the embedded graph; with `graph_uri` unset the graph is the embedded one.

    `mailto` and the rest are for the services of docs/literature.md, which only its commands ask.
    """

    model_config = SettingsConfigDict(env_ignore_empty=True, toml_file="anodegraph.toml", extra="forbid")

    home: Path = Field(default=user_data_path("anodegraph"), validation_alias="ANODEGRAPH_HOME")
    graph_uri: str | None = Field(default=None, validation_alias="GRAPH_URI")
    graph_user: str = Field(default="neo4j", validation_alias="GRAPH_USER")
    graph_password: SecretStr = Field(default=SecretStr(""), validation_alias="GRAPH_PASSWORD")
    mailto: str = Field(default="", validation_alias="ANODEGRAPH_MAILTO")
    openalex_key: SecretStr = Field(default=SecretStr(""), validation_alias="OPENALEX_KEY")
    crossref_url: str = Field(default="https://api.crossref.org", validation_alias="CROSSREF_URL")
    openalex_url: str = Field(default="https://api.openalex.org", validation_alias="OPENALEX_URL")
    unpaywall_url: str = Field(default="https://api.unpaywall.org/v2", validation_alias="UNPAYWALL_URL")
    europepmc_url: str = Field(
        default="https://www.ebi.ac.uk/europepmc/webservices/rest", validation_alias="EUROPEPMC_URL"
    )

    @field_validator("home")
    @classmethod
    def _of_the_user(cls, home: Path) -> Path:
        """The folder, `~` being the user's: no shell has read the file."""
        try:
            return home.expanduser()
        except RuntimeError as error:  # of a user that there is not
            raise ValueError(str(error)) from None

    @classmethod
    def settings_customise_sources(
        cls, settings_cls: type[BaseSettings], *_: PydanticBaseSettingsSource, **named: PydanticBaseSettingsSource
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """The environment first, then the file."""
        return named["init_settings"], named["env_settings"], TomlConfigSettingsSource(settings_cls)


@cache
def settings() -> Settings:
    """The settings of this process, read once. Raises UserError for a setting that is none or cannot be used."""
    try:
        return Settings()
    except (TOMLDecodeError, UnicodeDecodeError) as error:
        raise UserError(f"anodegraph.toml is not TOML ({error}); correct it or remove it.") from None
    except ValidationError as error:
        wrong = "; ".join(f"{'.'.join(map(str, e['loc']))}: {e['msg'].lower()}" for e in error.errors())
        raise UserError(f"A setting cannot be used ({wrong}); settings are {', '.join(NAMES)}.") from None
