import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { typeField } from "@/application/settle-field";
import { settleCode, suggestCodes } from "@/application/suggest-codes";
import { createClassifier } from "@/runtime/classifier";
import { prepare } from "../support/clearing";
import { createHouse, type House, must } from "../support/house";
import { createRememberingReader } from "../support/remembering-reader";

const classifier = createClassifier();
let house: House;

beforeAll(async () => {
  house = await createHouse(createRememberingReader());
});
afterAll(() => house.close());

const ask = async (description: string, actor = house.broker) =>
  must(await suggestCodes({ ...house, classifier }, actor, { description }));

describe("a suggestion", () => {
  it("ranks codes with their words, paths, rates and papers, in English and in Chinese", async () => {
    for (const description of ["Red wine in bottles of 0.75 l", "红葡萄酒 750毫升 瓶装"]) {
      const { candidates } = await ask(description);
      const [first] = candidates;
      expect(first?.code.slice(0, 6)).toBe("220421");
      expect(first?.source).toBe("model");
      expect(first?.words.length).toBeGreaterThan(0);
      expect(first?.path.map((step) => step.code)).toEqual(["22", "2204", "220421"]);
      expect(first?.rates).toEqual({ duty: "14 %", consumptionTax: "10 %", vat: "13 %" });
      expect(first?.papers).toContain("chinese_label");
      expect(candidates.length).toBeLessThanOrEqual(5);
    }
  });

  it("puts no code first for words that name no goods, and says what to ask", async () => {
    for (const description of ["gift", "配件", "parts and accessories"]) {
      const vague = await ask(description);
      expect(vague.sure).toBe(false);
      expect(vague.abstained).toBe("vague");
      expect(vague.question?.zh).not.toBe("");
    }
  });
});

describe("what a person settles", () => {
  const GOODS = "Lotus Harbour 特级 月光 礼盒 型号 QX-77";

  it("counts from the next suggestion on, for this organisation alone", async () => {
    must(await settleCode(house, house.broker, { description: GOODS, code: "6913100000" }));
    const { candidates, abstained } = await ask(GOODS);
    expect(abstained).toBeNull();
    expect(candidates[0]).toMatchObject({ code: "6913100000", source: "person" });
    const others = await ask(GOODS, house.otherBroker);
    expect(others.candidates.some(({ source }) => source === "person")).toBe(false);
  });

  it("gives way to what is settled for the same goods later, in other capitals too", async () => {
    must(await settleCode(house, house.broker, { description: ` ${GOODS.toLowerCase()}  `, code: "3926400000" }));
    expect((await ask(GOODS)).candidates[0]).toMatchObject({ code: "3926400000", source: "person" });
  });

  it("is also the code that is typed for a line of a declaration", async () => {
    const shipmentId = await prepare(house, "lamps");
    const lineOf = async () =>
      (await house.queries.getShipment(house.broker, shipmentId))?.declaration.values.find(
        ({ line, name }) => line === 1 && name === "description",
      )?.value ?? "";
    const description = await lineOf();
    must(
      await typeField(house.inTransaction, house.world, house.broker, {
        shipmentId,
        name: "hs_code",
        line: 0,
        value: "9405219000",
        documentId: null,
      }),
    );
    expect((await ask(description)).candidates[0]).toMatchObject({ code: "9405219000", source: "person" });
  });

  it("is refused where it is no code, and to who may not declare", async () => {
    const refused = await settleCode(house, house.broker, { description: GOODS, code: "12" });
    expect(refused).toMatchObject({ error: { kind: "invalid_input", pointer: "/code" } });
    expect(await settleCode(house, house.officer, { description: GOODS, code: "691310" })).toMatchObject({
      error: { kind: "forbidden" },
    });
  });
});
