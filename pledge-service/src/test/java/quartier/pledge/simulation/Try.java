package quartier.pledge.simulation;
class Try { public static void main(String[] a) throws Exception {
 SimulationTest t = new SimulationTest();
 try { t.keepsEveryPromiseWhateverBreaks(); } catch (AssertionError e) { String m=String.valueOf(e.getMessage()); System.out.println(m.substring(0,Math.min(200,m.length()))); System.out.println("..."); System.out.println(m.substring(Math.max(0,m.length()-6000))); Throwable c=e; while(c.getCause()!=null)c=c.getCause(); java.util.Arrays.stream(c.getStackTrace()).limit(25).forEach(System.out::println); System.out.println(c);} 
}}
