import { createApi } from "@/api/app";
import { services } from "@/runtime/container";

const api = createApi(services());

const handle = (request: Request): Response | Promise<Response> => api.fetch(request);

export { handle as DELETE, handle as GET, handle as PATCH, handle as POST, handle as PUT };
export const dynamic = "force-dynamic";
