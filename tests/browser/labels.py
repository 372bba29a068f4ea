"""What lies wrong of the labels on a map: a script for the window of an atlas."""

# The labels of areas, and the names of countries, that neither lie in what they name nor have a
# line that leads there; of areas without room nothing is drawn.
MISPLACED = """(atlas) => {
  const map = atlas._map;
  const size = map.getSize();
  const told = atlas.stops.journey ? atlas.stops.journey.marks : [];
  const codesOf = (id) => told.find((mark) => mark.ids.includes(id)).codes;
  const middle = ({ x, y, w, h }) => L.point(x + w / 2, y + h / 2);
  const out = ({ x, y, w, h }) => x < 0 || y < 0 || x + w > size.x || y + h > size.y;
  const areas = atlas.drawn().marks.filter(({ id, box, lead }) => {
    const codes = codesOf(id);
    return codes && box && (out(box) || !(lead || atlas.base.areaTest(codes)(middle(box))));
  });
  const lands = atlas.base.labels().filter((name) => {
    if (name.kind !== "country") return false;
    const at = name.lead ? L.point(name.lead[0]) : middle(name);
    const [code] = [...atlas.base._model.countries].find(([, { en }]) => en === name.text);
    return !atlas.base.areaTest([code])(at); // as it is drawn here
  });
  return [...areas.map(({ label }) => label), ...lands.map(({ text }) => text)];
}"""
