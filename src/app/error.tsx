"use client";

import { Broken } from "@/ui/frame/broken";

export default Broken;
