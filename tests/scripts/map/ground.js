/* A world of two square provinces, "aa-1" west of "aa-2", and an island "bb", as TopoJSON. */

export const DATA = {
  bounds: [
    [0, 0],
    [20, 40],
  ],
  credit: "",
  topology: {
    transform: { scale: [1, 1], translate: [0, 0] },
    arcs: [
      // the line between the provinces, northwards; the rest of each; the island; a river
      [
        [10, 0],
        [0, 10],
      ],
      [
        [10, 10],
        [-10, 0],
        [0, -10],
        [10, 0],
      ],
      [
        [10, 0],
        [10, 0],
        [0, 10],
        [-10, 0],
      ],
      [
        [30, 0],
        [5, 0],
        [0, 5],
        [-5, 0],
        [0, -5],
      ],
      [
        [2, 2],
        [4, 4],
        [8, 0],
      ],
    ],
    kinds: "pccce",
    objects: {
      units: {
        geometries: [
          { arcs: [[[0, 1]]], properties: { code: "aa-1", country: "AA", en: "West", at: [5, 5], room: 3 } },
          {
            arcs: [[[2, -1]]],
            properties: { code: "aa-2", country: "AA", en: "East", at: [5, 15], room: 3 },
          },
          { arcs: [[[3]]], properties: { code: "BB", country: "BB", en: "Island", at: [2, 32], room: 1 } },
        ],
      },
      lakes: { geometries: [] },
      far: { geometries: [] },
      rivers: {
        geometries: [{ arcs: [[4]], properties: { code: "river:Long", en: "Long", rank: 3, zoom: 2 } }],
      },
    },
  },
  countries: [
    { code: "AA", en: "Aland", ko: "가", at: [5, 8], room: 8 },
    { code: "BB", en: "Bland", at: [2, 32], room: 2 },
  ],
  waters: [{ code: "sea:Wide", en: "Wide Sea", kind: "sea", at: [15, 25], zoom: [0, 9] }],
  towns: [
    ["Capital", "수도", "首都", 5, 5, 3, 1, "AA"],
    ["Village", "", "", 6, 15, 8, 0, "AA"],
  ],
  aliases: { "aa-old": "aa-1" },
};
