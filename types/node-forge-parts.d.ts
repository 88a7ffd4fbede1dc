/** The parts of node-forge that are loaded one by one; loading all of it takes longer than everything made with it. */
declare module 'node-forge/lib/forge' {
  import forge from 'node-forge';
  export default forge;
}
declare module 'node-forge/lib/asn1' {}
declare module 'node-forge/lib/rc2' {}
