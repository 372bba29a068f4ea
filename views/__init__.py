"""How is it shown: records as a Folium map, Plotly figures, tables and citations."""
