package aln.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "9.255.255.255",
        "11.0.0.0",
        "100.63.255.255",
        "100.128.0.0",
        "126.255.255.255",
        "128.0.0.1",
        "169.253.255.255",
        "169.255.0.0",
        "172.15.255.255",
        "172.32.0.0",
        "192.0.1.0",
        "192.0.3.0",
        "192.167.255.255",
        "192.169.0.0",
        "198.17.255.255",
        "198.20.0.0",
        "223.255.255.255",
        "168.63.129.15",
        "2606:4700:4700::1111",
        "2a00:1450:4001:81b::200e",
        "2001:200::1",
        "2003::1",
        "2400:cb00::1",
        "3ffe:ffff::1"
      })
  void anybodyMayBeSentToThePublicInternet(String address) throws Exception {
    assertThat(PublicAddresses.contain(InetAddress.getByName(address))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "0.255.255.255",
        "10.0.0.1",
        "10.255.255.255",
        "100.64.0.1",
        "100.100.100.200",
        "100.127.255.255",
        "127.0.0.1",
        "127.255.255.254",
        "168.63.129.16",
        "169.254.0.1",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.1",
        "192.0.0.192",
        "192.0.2.1",
        "192.88.99.1",
        "192.168.0.1",
        "192.168.255.255",
        "198.18.0.1",
        "198.19.255.255",
        "198.51.100.7",
        "203.0.113.9",
        "224.0.0.1",
        "239.255.255.255",
        "240.0.0.1",
        "255.255.255.255"
      })
  void nobodyIsSentIntoNetworksOfSomebodysOwn(String address) throws Exception {
    assertThat(PublicAddresses.contain(InetAddress.getByName(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "::",
        "::1",
        "::127.0.0.1",
        "::8.8.8.8",
        "::ffff:10.0.0.1",
        "::ffff:0:127.0.0.1",
        "64:ff9b::7f00:1",
        "64:ff9b::808:808",
        "64:ff9b:1::a00:1",
        "100::1",
        "2001::1",
        "2001:0:4136:e378:8000:63bf:3fff:fdd2",
        "2001:10::1",
        "2001:20::1",
        "2001:2::1",
        "2001:db8::1",
        "2002:7f00:1::1",
        "2002:a00:1::",
        "3fff::1",
        "4000::1",
        "5f00::1",
        "fc00::1",
        "fd00:ec2::254",
        "fe80::1",
        "fec0::1",
        "ff02::1"
      })
  void theSameHoldsForEveryFormOfIpv6(String address) throws Exception {
    assertThat(PublicAddresses.contain(InetAddress.getByName(address))).isFalse();
  }

  /** As the JDK itself sorts them: nothing that it calls special is public. */
  @Property
  void nothingThatTheJdkCallsSpecialIsPublic(@ForAll @Size(4) byte[] bytes)
      throws UnknownHostException {
    InetAddress address = InetAddress.getByAddress(bytes);
    boolean special =
        address.isAnyLocalAddress()
            || address.isLoopbackAddress()
            || address.isLinkLocalAddress()
            || address.isSiteLocalAddress()
            || address.isMulticastAddress();
    assertThat(special && PublicAddresses.contain(address)).isFalse();
  }

  /** Whatever IPv4 address is written into one of the forms that carry one. */
  @Property
  void noIpv4AddressHidesInIpv6(@ForAll @Size(4) byte[] bytes) throws UnknownHostException {
    byte[][] carriers = {
      {},
      {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, (byte) 0xff, (byte) 0xff},
      {0, 0x64, (byte) 0xff, (byte) 0x9b},
      {0x20, 0x02},
      {0x20, 0x01}
    };
    for (int i = 0; i < carriers.length; i++) {
      byte[] whole = new byte[16];
      System.arraycopy(carriers[i], 0, whole, 0, carriers[i].length);
      System.arraycopy(bytes, 0, whole, i == 3 ? 2 : 12, 4);
      InetAddress address = InetAddress.getByAddress(whole);
      boolean mapped = address instanceof Inet4Address;
      assertThat(PublicAddresses.contain(address))
          .as("%s", address)
          .isEqualTo(mapped && PublicAddresses.contain(InetAddress.getByAddress(bytes)));
    }
  }
}
