import { describe, expect, it } from "vitest";
import { maskConsumer } from "@/domain/message/mask";

describe("maskConsumer", () => {
  it("hides what names the consumer, whatever the prefix or the attributes, and nothing else", () => {
    expect(
      maskConsumer(
        '<ceb:buyerName>王国荣</ceb:buyerName><buyerIdNumber a="b">110105</buyerIdNumber><ceb:buyerIdType>1</ceb:buyerIdType>',
      ),
    ).toBe(
      '<ceb:buyerName>***</ceb:buyerName><buyerIdNumber a="b">***</buyerIdNumber><ceb:buyerIdType>1</ceb:buyerIdType>',
    );
  });

  it("hides it in a message that is carried as text inside another", () => {
    expect(maskConsumer("<info>&lt;ceb:consigneeAddress&gt;Road 1 &amp; 2&lt;/ceb:consigneeAddress&gt;</info>")).toBe(
      "<info>&lt;ceb:consigneeAddress&gt;***&lt;/ceb:consigneeAddress&gt;</info>",
    );
  });

  it("leaves a message that names nobody as it is", () => {
    const interchange = "UNB+UNOC:3+A+B+261127:1200+1'UNZ+0+1'";
    expect(maskConsumer(interchange)).toBe(interchange);
  });
});
