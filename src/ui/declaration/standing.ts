import type { TaxView } from "@/contracts/views/declaration";
import type { RiskView, ShipmentView } from "@/contracts/views/shipment";

type Standing = Pick<ShipmentView, "declarationState">;

/** The words of the panel that lodges, as keys of the catalogue: its title, and its button. */
export function panelWords({ declarationState }: Standing): {
  readonly title: "title" | "lodged" | "withdrawn";
  readonly act: "submit" | "amend";
} {
  if (declarationState === "lodged") return { title: "lodged", act: "amend" };
  return { title: declarationState === "withdrawn" ? "withdrawn" : "title", act: "submit" };
}

/** The tax that was assessed with the declaration that stands; null while none does. */
export function assessedTax(shipment: Standing & Pick<ShipmentView, "tax">): TaxView | null {
  return shipment.declarationState === "lodged" ? shipment.tax : null;
}

/** The newest assessment of the risk of the declaration that stands; undefined while none does. */
export function standingRisk({ declarationState, risk }: Standing & Pick<ShipmentView, "risk">): RiskView | undefined {
  return declarationState === "lodged" ? risk.at(-1) : undefined;
}
