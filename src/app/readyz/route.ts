import { services } from "@/runtime/container";

/** Whether requests can be served: the database answers. The queue is not asked, because the web can do without it. */
export async function GET(): Promise<Response> {
  const isHealthy = await services()
    .isHealthy()
    .catch(() => false);
  return Response.json({ ok: isHealthy, database: isHealthy }, { status: isHealthy ? 200 : 503 });
}

export const dynamic = "force-dynamic";
