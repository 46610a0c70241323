import { describe, expect, it } from "vitest";
import { destinationOf, isPublic, type Resolve } from "@/adapters/webhooks/address";

const literal: Resolve = async (host) => [{ address: host, family: host.includes(":") ? 6 : 4 }];
const look = (url: string, resolve: Resolve = literal, allowed: readonly string[] = []) =>
  destinationOf(url, { allowed, resolve });

describe("the address of a webhook", () => {
  it.each([
    "https://127.0.0.1/",
    "https://0/",
    "https://2130706433/",
    "https://0x7f.1/",
    "https://0177.0.0.1/",
    "https://[::1]/",
    "https://[::]/",
    "https://[::ffff:127.0.0.1]/",
    "https://[::ffff:10.0.0.1]/",
    "https://[64:ff9b::7f00:1]/",
    "https://[2002:7f00:1::]/",
    "https://[fe80::1]/",
    "https://[fd00::1]/",
    "https://[fec0::1]/",
    "https://[::127.0.0.1]/",
    "https://169.254.169.254/latest/meta-data",
    "https://10.1.2.3/",
    "https://172.16.0.1/",
    "https://192.168.0.1/",
    "https://100.64.0.1/",
    "https://198.18.0.1/",
    "https://224.0.0.1/",
    "https://255.255.255.255/",
    "https://0.0.0.0:8443/",
  ])("%s is refused, for it is no address of the public internet", async (url) => {
    expect(await look(url)).toEqual({ ok: false, fault: "webhook_host_private" });
  });

  it.each([
    ["http://example.com/", "webhook_not_https"],
    ["gopher://example.com/", "webhook_not_https"],
    ["file:///etc/passwd", "webhook_not_https"],
    ["no address", "webhook_not_https"],
    ["https://example.com:22/", "webhook_port"],
    ["https://name:word@example.com/", "webhook_credentials"],
    ["https://name@example.com/", "webhook_credentials"],
  ])("%s is refused: %s", async (url, fault) => {
    expect(await look(url)).toEqual({ ok: false, fault });
  });

  it("is refused when one of several addresses of its name is private", async () => {
    const both: Resolve = async () => [
      { address: "93.184.215.14", family: 4 },
      { address: "127.0.0.1", family: 4 },
    ];
    expect(await look("https://rebinding.example/", both)).toEqual({ ok: false, fault: "webhook_host_private" });
  });

  it("is refused when nobody knows its name", async () => {
    expect(await look("https://nowhere.invalid/", () => Promise.reject(new Error("ENOTFOUND")))).toEqual({
      ok: false,
      fault: "webhook_host_unknown",
    });
  });

  it("is that of the public internet, at one of two ports", async () => {
    for (const url of ["https://93.184.215.14/hook", "https://93.184.215.14:8443/", "https://[2606:4700::1111]/"])
      expect((await look(url)).ok).toBe(true);
    expect([isPublic("8.8.8.8"), isPublic("nonsense")]).toEqual([true, false]);
  });

  it("may be anywhere where an operator named it, and only there", async () => {
    const allowed = ["http://127.0.0.1:9000/hooks"];
    expect((await look("http://127.0.0.1:9000/hooks/a", literal, allowed)).ok).toBe(true);
    for (const url of ["http://127.0.0.1:9000/other", "http://127.0.0.1:9001/hooks", "http://x@127.0.0.1:9000/hooks"])
      expect((await look(url, literal, allowed)).ok).toBe(false);
  });
});
