import { v7 } from "uuid";
import { newApiKey } from "@/adapters/better-auth/sign-in";
import type { Actor, Role } from "@/application/actor";
import { claimRefund } from "@/application/claim-refund";
import { putRuleList } from "@/application/keep-rule-list";
import { proposeAuthorisation } from "@/application/maintain-aeo";
import { createApiKey } from "@/application/maintain-api-keys";
import { addLawChanges, openLawBasket } from "@/application/propose-law";
import { recordTaxBill } from "@/application/record-tax-bill";
import { securePayment } from "@/application/secure-tax";
import { lodge, prepare } from "./clearing";
import { exchangeOf } from "./exchange-acts";
import { type House, must } from "./house";
import { ruleOf } from "./rule-acts";

type Kind =
  | "shipmentId"
  | "documentId"
  | "fieldId"
  | "requirementId"
  | "caseId"
  | "authorisationId"
  | "basketId"
  | "changeId"
  | "ruleId"
  | "listId"
  | "billId"
  | "refundId"
  | "returnId"
  | "channelId"
  | "messageId"
  | "answerId"
  | "apiKeyId"
  | "jobId";

/** Somebody of a third organisation, with the role that the act asks for. */
export function stranger(organisationKind: "broker" | "authority", role: Role): Actor {
  return { kind: "person", id: v7(), name: "stranger", organisationId: v7(), organisationKind, roles: [role] };
}

/** Gives the first broker and the authority one of each kind of thing that a stranger could ask for; the ids of all. */
export async function oneOfEachKind(house: House): Promise<Readonly<Record<Kind, string>>> {
  const shipmentId = await prepare(house, "red-watches");
  const document = (await house.queries.getShipment(house.broker, shipmentId))?.documentList[0];
  must(await lodge(house, shipmentId, "own-key-of-the-broker", "payment"));
  // The watches wait for an officer; the requirement is missing, the job is given up: states in which a stranger could act.
  await house.sql.query("update requirement set state = 'missing' where shipment_id = $1", [shipmentId]);
  await house.sql.query("update outbox_message set dead_at = now() where organisation_id = $1", [
    house.broker.organisationId,
  ]);
  must(await createApiKey({ ...house, newSecret: newApiKey }, house.broker, "key of the broker", ["broker"]));
  const { id: authorisationId } = must(
    await proposeAuthorisation(house, house.admin, {
      aeoCode: "AEOCN0000000001",
      holder: "Holder",
      tier: "certified",
      scope: { roles: [], commodityPrefixes: [], origins: [], valueCap: null },
      validFrom: "2026-01-01",
      validTo: null,
      source: "List",
    }),
  );
  const { id: basketId } = must(
    await openLawBasket(house, house.admin, { title: "Adjustment", effectiveOn: "2099-01-01" }),
  );
  must(
    await addLawChanges(house, house.admin, basketId, [
      { kind: "measure", replaces: "mfn:220421:*@2026-01-01", fact: null, citation: "Announcement of the tests" },
    ]),
  );
  const changeId = (await house.sql.query("select id from law_change")).rows[0].id as string;
  const ruleId = await ruleOf(house, "FOREIGN");
  const { id: listId } = must(await putRuleList(house, house.admin, { name: "foreign", entries: ["9503"] }));
  const { id: billId } = must(
    await recordTaxBill(house, house.broker, {
      shipmentId,
      number: "TB-FOREIGN",
      issuedOn: "2026-11-24",
      lines: [{ kind: "vat", amount: "1.00" }],
    }),
  );
  const total = Number((await house.queries.getShipment(house.broker, shipmentId))?.tax?.total);
  const amount = (total + 5).toFixed(2);
  must(await securePayment(house, house.broker, { shipmentId, amount, reference: "RC-FOREIGN" }));
  const { id: refundId } = must(
    await claimRefund(house, house.broker, { shipmentId, reason: "overpaid", amount: "1.00", note: null }),
  );
  const idIn = async (table: string) =>
    (await house.sql.query(`select id from ${table} where organisation_id = $1 limit 1`, [house.broker.organisationId]))
      .rows[0].id as string;
  return {
    shipmentId,
    documentId: document?.id ?? "",
    fieldId: document?.fields[0]?.id ?? "",
    requirementId: await idIn("requirement"),
    caseId: await idIn("review_case"),
    authorisationId,
    basketId,
    changeId,
    ruleId,
    listId,
    billId,
    refundId,
    returnId: await returnOf(house, shipmentId),
    ...(await exchangeOf(house, shipmentId)),
    apiKeyId: await idIn("api_key"),
    jobId: await idIn("outbox_message"),
  };
}

/** A return that is applied for, as only retail goods have one: the row is written, for the watches are not of retail. */
async function returnOf(house: House, shipmentId: string): Promise<string> {
  const { rows } = await house.sql.query<{ id: string }>(
    `insert into goods_return (organisation_id, id, shipment_id, declaration_id, state, reason, released_on, apply_by,
       arrive_by, applied_on, applied_by, applied_at, currency, value, duty, consumption_tax, vat)
     select organisation_id, gen_random_uuid(), shipment_id, id, 'applied', 'other', '2026-11-20', '2026-12-20',
       '2027-01-04', '2026-11-21', 'tests', now(), 'CNY', 1, 0, 0, 0
     from declaration where shipment_id = $1 limit 1 returning id`,
    [shipmentId],
  );
  return rows[0]?.id ?? "";
}
