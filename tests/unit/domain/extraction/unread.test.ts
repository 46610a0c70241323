import { describe, expect, it } from "vitest";
import { isTrustworthyTextLayer } from "@/domain/extraction/text-layer";
import { unreadScript } from "@/domain/extraction/unread";

const pageOf = (text: string) => ({
  words: text.split(" ").map((part) => ({ text: part, box: { x: 0, y: 0, width: 1, height: 1 }, confidence: 1 })),
});

describe("a language that is not read", () => {
  it.each([
    ["thai", "ใบกำกับสินค้า เลขที่ วันที่ ผู้ขาย ผู้ซื้อ จำนวนเงิน รวมทั้งสิ้น ภาษีมูลค่าเพิ่ม"],
    ["arabic", "فاتورة تجارية رقم التاريخ البائع المشتري المبلغ الإجمالي بالدولار"],
    ["cyrillic", "Коммерческий инвойс номер дата продавец покупатель итого"],
    [
      "hangul",
      "상업송장 번호 날짜 판매자 구매자 합계 금액 통화 원산지 대한민국 총중량 순중량 포장 수량 운송장 선적항 도착항",
    ],
    ["kana", "インボイス 番号 日付 ご請求 お支払い 合計 株式会社 ありがとうございます よろしくお願いいたします"],
  ])("is known by its script: %s", (script, text) => {
    const { words } = pageOf(text);
    expect(unreadScript([{ words }])).toBe(script);
    // Its text layer is believed, so that no engine is asked to guess at it.
    expect(isTrustworthyTextLayer(words)).toBe(true);
  });

  it.each([
    ["English", "Commercial invoice number date seller buyer total amount in words"],
    ["Chinese", "商业发票 编号 日期 卖方 买方 总金额 币种 原产地 上海浦东 有限公司 装箱单 毛重 净重 件数"],
    ["English with a Greek name", "Commercial invoice from Ελαιόλαδο company to the buyer in Shanghai"],
    ["too little to tell", "ใบ"],
  ])("is not said of %s", (_what, text) => {
    expect(unreadScript([pageOf(text)])).toBeNull();
  });
});
