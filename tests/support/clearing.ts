import type { Actor } from "@/application/actor";
import { lodgeDeclaration } from "@/application/lodge-declaration";
import { confirmField } from "@/application/settle-field";
import { type House, must, uploadSample, work } from "./house";

/** Uploads a sample, has it read, and confirms whatever it asks. */
export async function prepare(house: House, sample: string, broker: Actor = house.broker): Promise<string> {
  const id = await uploadSample(house, broker, sample);
  await work(house);
  const shipment = await house.queries.getShipment(broker, id);
  for (const field of shipment?.documentList.flatMap((document) => document.fields) ?? [])
    if (field.isUnsure) must(await confirmField(house.inTransaction, broker, field.id, null));
  return id;
}

/** Acknowledges every warning and lodges. */
export async function lodge(
  house: House,
  shipmentId: string,
  key: string,
  security: "guarantee" | "payment" = "guarantee",
  broker: Actor = house.broker,
) {
  const shipment = await house.queries.getShipment(broker, shipmentId);
  const acknowledged = (shipment?.declaration.issues ?? [])
    .filter((issue) => issue.severity === "warning")
    .map((issue) => `${issue.code}:${issue.pointer.slice(1).replaceAll("/", ".")}`);
  return lodgeDeclaration(house, broker, { shipmentId, idempotencyKey: key, security, acknowledged });
}

/** The states of both gates, as the broker sees them. */
export async function gatesOf(house: House, shipmentId: string): Promise<readonly string[] | undefined> {
  const shipment = await house.queries.getShipment(house.broker, shipmentId);
  return shipment?.gates.map((gate) => gate.state);
}
