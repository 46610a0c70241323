import { describe, expect, it } from "vitest";
import { createVault } from "@/adapters/crypto/vault";

const vault = createVault("a secret of at least thirty-two characters");

describe("what is sealed for an organisation", () => {
  it("opens for it, and looks different each time", () => {
    const [first, second] = [vault.seal("a", "Wang Xiaoming 王小明"), vault.seal("a", "Wang Xiaoming 王小明")];
    expect(Buffer.from(first)).not.toEqual(Buffer.from(second));
    expect([vault.open("a", first), vault.open("a", second)]).toEqual(["Wang Xiaoming 王小明", "Wang Xiaoming 王小明"]);
  });

  it("opens for no other organisation, and under no other secret", () => {
    const sealed = vault.seal("a", "secret");
    expect(() => vault.open("b", sealed)).toThrow();
    expect(() => createVault("another secret of thirty-two characters").open("a", sealed)).toThrow();
  });

  it("does not open when any one bit of it was changed", () => {
    const sealed = vault.seal("a", "secret");
    for (let bit = 0; bit < sealed.length * 8; bit++) {
      const changed = Uint8Array.from(sealed);
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(() => vault.open("a", changed)).toThrow();
    }
  });
});

describe("a token", () => {
  it("is the same for the same text, and says nothing without the secret", () => {
    expect(vault.tokenOf("11010519491231002X")).toBe(vault.tokenOf("11010519491231002X"));
    expect(createVault("another secret of thirty-two characters").tokenOf("11010519491231002X")).not.toBe(
      vault.tokenOf("11010519491231002X"),
    );
  });
});
