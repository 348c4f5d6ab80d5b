package com.example.billing;

import org.junit.jupiter.api.Test;

class BillingTest {
  @Test
  void starts() {}
}
