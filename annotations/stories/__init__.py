"""How is a lesson read and written? Stories in YAML, each checked against the records."""

from annotations.stories.draft import (
    Draft,
    NoDraft,
    Trouble,
    draft_of_story,
    draft_of_text,
    read_draft,
)
from annotations.stories.figures import MARK, Figure, UnknownFigure, figure, figures_in, named
from annotations.stories.load import LoadedStories, load_stories
from annotations.stories.records import (
    EAST,
    FARTHEST_ZOOM,
    LAYERS,
    NEAREST_ZOOM,
    NORTH,
    SOUTH,
    STEP_FIGURES,
    STEP_WORDS,
    STORY_FIGURES,
    STORY_WORDS,
    TASK_KINDS,
    WEST,
    Camera,
    Shown,
    Step,
    Story,
    Task,
    TaskKind,
)
from annotations.stories.references import shown_ids
from annotations.stories.writer import to_yaml
from annotations.stories.yaml_nodes import BrokenYaml, story_nodes

__all__ = [
    "EAST",
    "FARTHEST_ZOOM",
    "LAYERS",
    "MARK",
    "NEAREST_ZOOM",
    "NORTH",
    "SOUTH",
    "STEP_FIGURES",
    "STEP_WORDS",
    "STORY_FIGURES",
    "STORY_WORDS",
    "TASK_KINDS",
    "WEST",
    "BrokenYaml",
    "Camera",
    "Draft",
    "Figure",
    "LoadedStories",
    "NoDraft",
    "Shown",
    "Step",
    "Story",
    "Task",
    "TaskKind",
    "Trouble",
    "UnknownFigure",
    "draft_of_story",
    "draft_of_text",
    "figure",
    "figures_in",
    "load_stories",
    "named",
    "read_draft",
    "shown_ids",
    "story_nodes",
    "to_yaml",
]
