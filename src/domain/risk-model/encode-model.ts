import { FEATURES } from "../history/feature-dictionary";
import { pack, unpack } from "./pack";
import type { RiskModel } from "./risk-model";

const FORMAT = "twogate-risk-model-2";

/** Thrown where bytes are no model, or one of another edition; the message says which. */
export class UnreadableModel extends Error {}

/** A model as bytes; the same model gives the same bytes. */
export function encodeModel(model: RiskModel): Uint8Array {
  return pack({ format: FORMAT, model });
}

/** A model from its bytes. Throws UnreadableModel where it is none, or was trained with other features than this edition has. */
export function decodeModel(bytes: Uint8Array): RiskModel {
  const packed = unpacked(bytes);
  if (packed.format !== FORMAT || !packed.model)
    throw new UnreadableModel("The bytes are not a risk model of this edition.");
  const known = FEATURES.map(({ name }) => name).join();
  if (packed.model.features.join() !== known)
    throw new UnreadableModel(
      "The risk model was trained with features that this edition does not have. Train it again.",
    );
  return packed.model;
}

function unpacked(bytes: Uint8Array): { readonly format?: unknown; readonly model?: RiskModel } {
  try {
    const value = unpack(bytes);
    return typeof value === "object" && value !== null ? value : {};
  } catch {
    return {};
  }
}
