/* What the scripts lean on of Leaflet 1.9 that its types do not have: see map/ground/canvas.js. */
import "leaflet";

declare module "leaflet" {
  interface MapOptions {
    /** Points of a canvas to a pixel, where that is not what the screen has: our own. */
    ratio?: number;
    /** Pixels that the letters of a name have at least: our own. */
    leastPx?: number;
  }

  interface Map {
    _animatingZoom: boolean;
    _latLngToNewLayerPoint(at: LatLng, zoom: number, centre: LatLng): Point;
  }

  interface Renderer {
    _container: HTMLCanvasElement;
    _bounds?: Bounds;
    _zoom: number;
    _update(): void;
    getEvents(): Record<string, LeafletEventHandlerFn>;
  }
}
