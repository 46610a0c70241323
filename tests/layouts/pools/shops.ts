/** Kinds of Malaysian shops. */
export const SHOPS =
  "Kedai Runcit,Restoran,Hardware,Stationery,Mini Market,Pharmacy,Trading,Enterprise,Bakery,Auto Service,Electrical,Book Store,Seafood Restaurant,Home Deco,Gift Shop,Kopitiam,Florist,Machinery".split(
    ",",
  );
/** Invented names of their owners. */
export const OWNERS =
  "Sinar Jaya,Wah Seng,Maju Baru,Lim Brothers,Indah Permai,Golden Palm,Tiong Hin,Kasih,Sri Bayu,Perwira,Yew Lee,Bintang,Harmoni,Soon Fatt,Gemilang,Syarikat Perniagaan,Teck Huat,Restu".split(
    ",",
  );
/** What tills print for the goods. */
export const GOODS =
  'A4 PAPER 80GSM,TEH TARIK,NASI LEMAK AYAM,WIRE 2.5MM,PAINT BRUSH 2",BLACK PEN,ROTI CANAI,KOPI O,DETTOL 250ML,MINERAL WATER 500ML,SCREW DRIVER,PVC TAPE,LED BULB 9W,FRIED RICE,FISH HEAD CURRY,ENVELOPE A5,BATTERY AA 4S,HINGE 3",PLASTIC BAG,MILK POWDER 1KG,BREAD WHOLEMEAL,SHAMPOO 400ML,EGG GRADE A,TOWEL,CABLE TIE 8",GLUE STICK,HAIR CLIP,PARKING,CAKE 1KG,ICE LEMON TEA'.split(
    ",",
  );
