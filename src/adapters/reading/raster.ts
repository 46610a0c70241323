/** A grey raster, one byte a pixel. */
export interface Raster {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}
