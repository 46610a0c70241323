import { NothingHere } from "@/ui/frame/nothing-here";

export default NothingHere;
