package dev.dovetail.examples.dgs;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;

/** Two customers and a clerk, whose passwords are their names. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    /** Without tokens against forged requests: what is no JSON is refused, and no form of another site can send JSON. */
    @Bean
    SecurityFilterChain security(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .httpBasic(Customizer.withDefaults())
                .csrf(AbstractHttpConfigurer::disable)
                .build();
    }

    @Bean
    UserDetailsService logins() {
        return new InMemoryUserDetailsManager(
                login("Arya", "customer"), login("Bran", "customer"), login("clerk", "clerk"));
    }

    private static UserDetails login(String name, String role) {
        return User.withUsername(name).password("{noop}" + name).roles(role).build();
    }
}
