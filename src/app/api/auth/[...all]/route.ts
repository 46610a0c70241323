import { services } from "@/runtime/container";

const handle = (request: Request): Promise<Response> => services().handleSignIn(request);

export { handle as GET, handle as POST };
export const dynamic = "force-dynamic";
