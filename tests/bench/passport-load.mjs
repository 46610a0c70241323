// The load of `bench:passport`: connections that stay open, each with one request under way, written and read by hand, so
// that the client costs as little as it can of the machine that it shares with what is measured.
import { connect } from "node:net";

process.once("message", (load) => {
  void measure(load).then((counted) => process.send(counted));
});

async function measure({ port, connections, seconds, paths, headers, isKnown = false }) {
  const etag = isKnown
    ? (await fetch(`http://127.0.0.1:${port}${paths[0]}`, { headers: { "accept-encoding": "identity" } })).headers.get(
        "etag",
      )
    : null;
  const lines = Object.entries({ host: `127.0.0.1:${port}`, ...headers, ...(etag ? { "if-none-match": etag } : {}) });
  const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join("");
  const requests = paths.map((path) => Buffer.from(`GET ${path} HTTP/1.1\r\n${head}\r\n`));
  const expected = isKnown ? "304" : paths[0].startsWith("/01/") ? "307" : "200";
  const times = [];
  let others = 0;
  let next = 0;
  const began = performance.now();
  const end = began + seconds * 1_000;
  const one = () =>
    new Promise((closed, failed) => {
      const socket = connect({ port, host: "127.0.0.1", noDelay: true });
      let sent = 0;
      let left = 0;
      const ask = () => {
        sent = performance.now();
        if (sent >= end) return socket.end(closed);
        socket.write(requests[next++ % requests.length]);
      };
      socket.on("connect", ask);
      socket.on("error", failed);
      socket.on("data", (data) => {
        if (left === 0) {
          const answer = headOf(data);
          left = answer.bytes;
          if (answer.status !== expected) others += 1;
        }
        left -= data.length;
        if (left > 0) return;
        left = 0;
        times.push(performance.now() - sent);
        ask();
      });
    });
  await Promise.all(Array.from({ length: connections }, one));
  const took = (performance.now() - began) / 1_000;
  times.sort((a, b) => a - b);
  const at = (share) => times[Math.min(times.length - 1, Math.floor(share * times.length))];
  return { rate: times.length / took, p50: at(0.5), p99: at(0.99), others };
}

/** The status of an answer, and how many bytes it has with its head. */
function headOf(data) {
  const text = data.latin1Slice(0, Math.min(data.length, 2_000));
  const length = /content-length: (\d+)/.exec(text)?.[1] ?? "0";
  return { status: text.slice(9, 12), bytes: text.indexOf("\r\n\r\n") + 4 + Number(length) };
}
