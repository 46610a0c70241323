import type { Transaction } from "@/application/ports";
import type { ShipmentRecord } from "@/application/records";
import { maskName, maskResidentNumber } from "@/domain/declaration/consumer";
import type { Regime } from "@/domain/declaration/declaration";
import { partiesOf } from "@/domain/declaration/parties";
import type { Shipment } from "./generated/client";
import { type Scope, visibleShipment } from "./scope";

/** Shipments, the declarations stated of them and the grants on them. */
export function shipmentRepositories(scope: Scope): Pick<Transaction, "shipments" | "grants"> {
  const { db, organisationId, world } = scope;
  const key = (id: string) => ({ organisationId_id: { organisationId, id } });
  return {
    shipments: {
      get: async (id) => {
        const row = await db.shipment.findFirst({ where: { id, ...visibleShipment(scope) } });
        return row && toRecord(scope, row);
      },
      add: async ({ consumer: _none, ...shipment }) => {
        await db.shipment.create({ data: { ...shipment, updatedAt: shipment.createdAt } });
      },
      addRetail: async (retail) => {
        await db.shipment.createMany({
          data: retail.map(({ shipment: { consumer: _none, ...shipment }, consumer }) => ({
            ...shipment,
            ...consumerColumns(scope, consumer),
            updatedAt: shipment.createdAt,
          })),
        });
      },
      chooseRegime: async (id, regime) => {
        await db.shipment.update({ where: key(id), data: { regime, updatedAt: world.now() } });
      },
      stateArrival: async (id, arrivedOn) => {
        await db.shipment.update({ where: key(id), data: { arrivedOn, updatedAt: world.now() } });
      },
      nameConsumer: async (id, consumer) => {
        await db.shipment.update({
          where: key(id),
          data: { ...consumerColumns(scope, consumer), updatedAt: world.now() },
        });
      },
      describe: (id, declaration) => writeDescription(scope, id, declaration),
      countByBuyer: (buyer, exceptShipmentId) =>
        db.party.count({
          where: { organisationId, role: "buyer", name: buyer, NOT: { shipmentId: exceptShipmentId } },
        }),
      countByConsumer: (consumerToken, exceptShipmentId) =>
        db.shipment.count({ where: { organisationId, consumerToken, NOT: { id: exceptShipmentId } } }),
      nextReference: async () => (await nextReferences(scope, 1))[0] ?? "",
      nextReferences: (count) => nextReferences(scope, count),
      offices: () => db.office.findMany({ orderBy: { code: "asc" } }),
      chooseOffice: async (id, office) => {
        await db.shipment.update({
          where: key(id),
          data: { officeOrganisationId: office.organisationId, officeId: office.id, updatedAt: world.now() },
        });
      },
    },
    grants: {
      moveTo: async (shipmentId, granteeOrganisationId) => {
        const now = world.now();
        const grants = await db.accessGrant.findMany({ where: { organisationId, shipmentId } });
        const inForce = grants.filter((grant) => grant.expiresAt === null);
        const ended = inForce.filter((grant) => grant.granteeOrganisationId !== granteeOrganisationId);
        for (const { id } of ended) await db.accessGrant.update({ where: key(id), data: { expiresAt: now } });
        const known = grants.find((grant) => grant.granteeOrganisationId === granteeOrganisationId);
        const isNew = !known || known.expiresAt !== null;
        if (known && isNew)
          await db.accessGrant.update({ where: key(known.id), data: { grantedAt: now, expiresAt: null } });
        if (!known)
          await db.accessGrant.create({
            data: {
              organisationId,
              id: world.newId(),
              shipmentId,
              granteeOrganisationId,
              scope: "lodged",
              grantedAt: now,
            },
          });
        return { isNew, ended: ended.map((grant) => grant.granteeOrganisationId) };
      },
    },
  };
}

function consumerColumns(
  { organisationId, vault }: Scope,
  { name, identityNumber }: { readonly name: string; readonly identityNumber: string },
) {
  return {
    consumerName: vault.seal(organisationId, name),
    consumerNameMasked: maskName(name),
    consumerIdentity: vault.seal(organisationId, identityNumber),
    consumerToken: vault.tokenOf(identityNumber),
    consumerMasked: maskResidentNumber(identityNumber),
  };
}

/** `S26-000123`: the year and a number that counts within the organisation; so many in a row. */
async function nextReferences({ db, organisationId, world }: Scope, count: number): Promise<readonly string[]> {
  await db.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`reference:${organisationId}`}, 0))`;
  const year = world.today().slice(2, 4);
  const last = await db.shipment.findFirst({
    where: { organisationId, reference: { startsWith: `S${year}-` } },
    orderBy: { reference: "desc" },
    select: { reference: true },
  });
  const first = last ? Number(last.reference.slice(4)) + 1 : 1;
  return Array.from({ length: count }, (_, index) => `S${year}-${String(first + index).padStart(6, "0")}`);
}

async function writeDescription(
  { db, organisationId, world }: Scope,
  shipmentId: string,
  declaration: DeclarationOf,
): Promise<void> {
  const { content } = declaration;
  await db.party.deleteMany({ where: { organisationId, shipmentId } });
  await db.goodsLine.deleteMany({ where: { organisationId, shipmentId } });
  await db.party.createMany({
    data: partiesOf(content).map((party) => ({ ...party, organisationId, id: world.newId(), shipmentId })),
  });
  await db.goodsLine.createMany({
    data: content.lines.map((line) => ({
      organisationId,
      id: world.newId(),
      shipmentId,
      number: line.number,
      description: line.description.value,
      commodityCode: line.commodityCode.value,
      quantity: line.quantity.value,
      unit: line.unit?.value ?? null,
      amount: line.amount.value,
      currency: content.currency.value,
      origin: line.origin.value,
      netWeightKg: line.netWeightKg?.value ?? null,
    })),
  });
  await db.shipment.update({
    where: { organisationId_id: { organisationId, id: shipmentId } },
    data: { updatedAt: world.now() },
  });
}

type DeclarationOf = Parameters<Transaction["shipments"]["describe"]>[1];

function toRecord({ vault }: Scope, row: Shipment): ShipmentRecord {
  const { consumerName, consumerNameMasked, consumerToken, consumerMasked } = row;
  const isNamed = consumerName && consumerNameMasked && consumerToken && consumerMasked;
  const consumer = isNamed
    ? {
        name: vault.open(row.organisationId, consumerName),
        nameMasked: consumerNameMasked,
        identityToken: consumerToken,
        identityMasked: consumerMasked,
      }
    : null;
  return {
    organisationId: row.organisationId,
    id: row.id,
    reference: row.reference,
    regime: row.regime as Regime,
    officeOrganisationId: row.officeOrganisationId,
    officeId: row.officeId,
    consumer,
    arrivedOn: row.arrivedOn,
    createdBy: row.createdBy,
    createdAt: row.createdAt,
  };
}
