import { describe, expect, it } from "vitest";
import { formatDecimal } from "@/domain/shared/decimal";
import { toDecimal } from "@/domain/shared/money";
import { OPTIONS, type RegimeOutcome, simulateRegime } from "@/domain/simulation/simulate-regime";
import { content, DAY, line, REFERENCE } from "../fixtures";

const SAKE = { commodityCode: "2206000000", origin: "JP", quantity: "100", unit: "l" };
const CREAM = { commodityCode: "3304990000", origin: "FR", quantity: "2", unit: "pcs", netWeightKg: "0.2" };

function simulate(given: Parameters<typeof line>[1], amount: string, day = DAY): readonly RegimeOutcome[] {
  const declared = content({ invoiceTotal: amount, lines: [line(1, { ...given, amount })] });
  const question = {
    content: declared,
    facts: [],
    reference: REFERENCE,
    day,
    known: {
      hasInvoice: true,
      hasTransportDocument: true,
      preference: null,
      declaredBuyer: declared.buyer.value,
      consigneeOnTransport: declared.buyer.value,
      consumerName: null,
    },
    quotaHeld: "0",
    earlierShipmentsOfBuyer: 3,
    credit: { tier: "regular", authorisationId: null },
  } as unknown as Parameters<typeof simulateRegime>[0];
  return OPTIONS.map((option) => simulateRegime(question, option));
}

const totals = (outcomes: readonly RegimeOutcome[]) =>
  outcomes.map(({ assessment, issues }) =>
    assessment ? formatDecimal(toDecimal(assessment.total)) : issues.map((issue) => issue.code).join(),
  );

describe("the same goods under four regimes", () => {
  it("are taxed by each regime's own law", () => {
    expect(totals(simulate(CREAM, "1000.00"))).toEqual(["91.00", "91.00", "130.00", "130.00"]);
  });

  it("take the rate of the agreement where it has one, and name the lines that do", () => {
    const outcomes = simulate(SAKE, "50000.00");
    expect(totals(outcomes).slice(2)).toEqual(["37888.89", "31925.00"]);
    expect(outcomes.map((outcome) => outcome.preferredLines)).toEqual([[], [], [], [1]]);
  });

  it("say why a regime does not admit them, and still what it would ask", () => {
    const [bonded] = simulate(SAKE, "50000.00");
    expect(bonded?.assessment).toBeNull();
    expect(bonded?.issues.length).toBeGreaterThan(0);
    expect(bonded?.requirements.bonded_exit.length).toBeGreaterThan(0);
  });

  it("keep the supervision of controlled goods under every one of them", () => {
    const medicine = { commodityCode: "3004909099", origin: "DE", quantity: "2", unit: "pcs", netWeightKg: "0.2" };
    for (const { supervision } of simulate(medicine, "1000.00"))
      expect(supervision).toMatchObject([{ code: "medicines", lines: [1] }]);
    for (const { supervision } of simulate(CREAM, "1000.00")) expect(supervision).toEqual([]);
  });

  it("meet other requirements under retail than under general trade", () => {
    const [bonded, , general] = simulate(CREAM, "1000.00");
    const open = (outcome: RegimeOutcome | undefined) =>
      outcome?.requirements.domestic_distribution.filter(({ state }) => state === "missing").map(({ code }) => code);
    expect(open(general)).toContain("cosmetic_filing");
    expect(open(bonded)).not.toContain("cosmetic_filing");
  });

  it("start the clocks of their regime, and expect a lane without chance", () => {
    const [bonded, , general] = simulate(CREAM, "1000.00");
    expect(bonded?.clocks.map((clock) => clock.value)).toEqual(["30", "45"]);
    expect(general?.clocks.map((clock) => clock.value)).toEqual(["14", "15"]);
    expect(general?.lane?.cause).not.toBe("random");
  });

  it("follow the law of the day that is asked for", () => {
    expect(totals(simulate(SAKE, "50000.00", "2027-06-01"))[3]).toBe("30732.22");
  });
});
