import { draw } from "../selectivity/random";

/** Whether a decided case goes to another officer, with everything that it takes to make the draw again. */
export interface SecondLook {
  readonly seed: string;
  readonly drawValue: number;
  readonly share: number;
  readonly isDrawn: boolean;
}

/**
 * Draws whether another officer looks at a decided case. The seed is a digest of the installation's secret and of the
 * decision, so that who decides cannot foresee it, and the logged seed gives the same draw again.
 */
export function drawSecondLook(seed: string, share: number): SecondLook {
  const drawValue = draw(seed);
  return { seed, drawValue, share, isDrawn: drawValue < share };
}

/** How a ruling counts beside a second opinion; null for one that ends no case. */
export function opinionOf(outcome: string): "pass" | "refuse" | null {
  if (outcome === "refuse") return "refuse";
  return ["pass", "examined_pass", "back_route"].includes(outcome) ? "pass" : null;
}
