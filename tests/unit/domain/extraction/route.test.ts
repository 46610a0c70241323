import { describe, expect, it } from "vitest";
import { routeOf } from "@/domain/extraction/route";
import { page, valuesOf } from "./pages";

describe("a route", () => {
  it.each([
    ["FROM QINGDAO, CHINA TO JEBEL ALI, U. A. E.", "QINGDAO, CHINA", "JEBEL ALI, U. A. E"],
    ["Seefracht ab Hamburg nach Hamad Port", "Hamburg", "Hamad Port"],
    ["par camion de Lyon à Genoa", "Lyon", "Genoa"],
    ["Zhongshan - Gothenburg by sea", "Zhongshan", "Gothenburg"],
    ["Cat Lai → Basel via Singapore", "Cat Lai", "Basel"],
    ["Shipping Air Dep. ICN Dest. BLL", "ICN", "BLL"],
    ["from Southampton to Cochin", "Southampton", "Cochin"],
  ])("%s", (text, from, to) => {
    expect(routeOf(text)).toEqual({ from, to });
  });

  it.each([
    ["Santos - SP"],
    ["Hamburg - Germany"],
    ["from Monday to Friday"],
    ["de 9 à 17 heures"],
    ["Antwerpen - BEANR1"],
    ["Muster - Beispiel"],
  ])("is none: %s", (text) => {
    expect(routeOf(text)).toBeNull();
  });

  it("may lead to any town where a label says that it is one", () => {
    expect(routeOf("Frankfurt (FRA) - Bad Salzuflen", "Route")).toEqual({
      from: "Frankfurt (FRA)",
      to: "Bad Salzuflen",
    });
    expect(routeOf("Frankfurt (FRA) - Bad Salzuflen")).toBeNull();
  });

  it("gives the ports of a packing list", () => {
    const read = valuesOf(
      page([
        [[0.4, "PACKING LIST"]],
        [
          [0.06, "Shipment"],
          [0.3, "Zhongshan - Gothenburg by sea"],
        ],
        [[0.06, "Shipping mark: EH / PO 7719 / MADE IN CHINA"]],
      ]),
    );
    expect(read).toMatchObject({
      port_of_loading: "Zhongshan",
      port_of_discharge: "Gothenburg",
      country_of_origin: "CN",
    });
  });
});
